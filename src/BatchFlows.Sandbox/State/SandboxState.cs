using System;

namespace BatchFlows.Sandbox;

/// <summary>What a file of saved state holds.</summary>
internal sealed record SandboxState(
    Organization Organization, ClockState Clock, TimeSpan Latency, TimeSpan ClockSkew, TimeSpan TokenLifetime);
