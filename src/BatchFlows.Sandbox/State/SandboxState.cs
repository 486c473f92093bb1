using System;

namespace BatchFlows.Sandbox;

/// <summary>What a file of saved state holds.</summary>
internal sealed record SandboxState
{
    public required Organization Organization { get; init; }

    public required ClockState Clock { get; init; }

    public required TimeSpan Latency { get; init; }

    public required TimeSpan ClockSkew { get; init; }

    public required TimeSpan TokenLifetime { get; init; }
}
