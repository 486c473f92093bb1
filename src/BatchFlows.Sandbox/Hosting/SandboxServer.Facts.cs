using System;
using System.Collections.Generic;

namespace BatchFlows.Sandbox;

/// <summary>The facts of its service that a server shows.</summary>
public sealed partial class SandboxServer
{
    /// <inheritdoc cref="SandboxService.OrganizationId"/>
    public string OrganizationId => Service.OrganizationId;

    /// <inheritdoc cref="SandboxService.UserId"/>
    public string UserId => Service.UserId;

    /// <summary>The time it is for the service, in its zone.</summary>
    public DateTimeOffset Now => Service.Clock.Now.ToOffset(Service.UtcOffset);

    /// <inheritdoc cref="SandboxService.UtcOffset"/>
    public TimeSpan UtcOffset => Service.UtcOffset;

    /// <inheritdoc cref="SandboxClock.Speed"/>
    public double Speed => Service.Clock.Speed;

    /// <inheritdoc cref="SandboxService.IsScheduling"/>
    public bool IsScheduling => Service.IsScheduling;

    /// <inheritdoc cref="SandboxService.Latency"/>
    public TimeSpan Latency => Service.Latency;

    /// <inheritdoc cref="SandboxService.RequestCount"/>
    public long RequestCount => Service.RequestCount;

    /// <inheritdoc cref="SandboxService.TokenRequestCount"/>
    public long TokenRequestCount => Service.TokenRequestCount;

    /// <inheritdoc cref="SandboxService.InFlight"/>
    public int InFlight => Service.InFlight;

    /// <inheritdoc cref="SandboxService.PeakInFlight"/>
    public int PeakInFlight => Service.PeakInFlight;

    /// <inheritdoc cref="SandboxService.Faults"/>
    public IReadOnlyList<WaitingFault> Faults => Service.Faults;
}
