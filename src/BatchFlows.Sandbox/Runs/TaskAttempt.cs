using System;

namespace BatchFlows.Sandbox;

/// <summary>One try of a task. Since nothing is executed, its end and outcome are known when it starts.</summary>
internal sealed record TaskAttempt(DateTimeOffset Start, DateTimeOffset End, RunStatus Outcome);
