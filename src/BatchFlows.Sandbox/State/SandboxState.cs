using System;

namespace BatchFlows.Sandbox;

/// <summary>The contents of a file with a saved state.</summary>
internal sealed record SandboxState
{
    public required Organization Organization { get; init; }

    public required ClockState Clock { get; init; }

    public required TimeSpan Latency { get; init; }

    public required TimeSpan ClockSkew { get; init; }

    public required TimeSpan TokenLifetime { get; init; }
}
