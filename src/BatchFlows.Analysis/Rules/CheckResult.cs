using System.Collections.Generic;

namespace BatchFlows.Analysis.Rules;

/// <summary>What came of checking a flow.</summary>
/// <param name="FlowName">Name of the flow; the name of the file where it could not be read.</param>
/// <param name="Path">Full path of its file; null when it was not read from a file.</param>
/// <param name="Failure">Why it could not be checked; null when it was.</param>
internal sealed record CheckResult(
    string FlowName, string? Path, IReadOnlyList<FlowFinding> Findings, string? Failure = null);
