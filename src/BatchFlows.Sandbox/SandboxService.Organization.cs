using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;

namespace BatchFlows.Sandbox;

/// <content>The service behind the gateway: its clock, its settings and what it holds.</content>
public sealed partial class SandboxService
{
    private static readonly TimeSpan FarthestZone = TimeSpan.FromHours(14);

    /// <summary>
    /// The service's clock, which times runs and all times in answers. Moving it leaves tokens and signatures alone.
    /// </summary>
    public SandboxClock Clock { get; }

    /// <summary>The users that the service knows.</summary>
    public IReadOnlyList<SandboxUser> Users => _service.Use((organization, _) => organization.Users.ToArray());

    /// <summary>The server's distance to UTC; times in answers are in its zone. Eight hours at first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is beyond 14 hours or not in whole minutes.</exception>
    public TimeSpan UtcOffset
    {
        get => _service.Use((organization, _) => organization.UtcOffset);
        set
        {
            if (value < -FarthestZone || value > FarthestZone || value.Ticks % TimeSpan.TicksPerMinute != 0)
                throw new ArgumentOutOfRangeException(
                    nameof(value), value, "A zone is at most 14 hours from UTC, in whole minutes.");
            _service.Use(organization => organization.UtcOffset = value);
        }
    }

    /// <summary>Which spelling of sorter fields is accepted. <see cref="SandboxSorters.Any"/> at first.</summary>
    public SandboxSorters Sorters
    {
        get => _service.Use((organization, _) => organization.Sorters);
        set => _service.Use(organization => organization.Sorters = value);
    }

    /// <summary>
    /// Duration of tasks whose command does not sleep, for tasks that start from now on. Default: two seconds.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or beyond a year.</exception>
    public TimeSpan DefaultTaskDuration
    {
        get => _service.Use((organization, _) => organization.DefaultTaskDuration);
        set
        {
            if (value < TimeSpan.Zero || value > TimeSpan.FromDays(365))
                throw new ArgumentOutOfRangeException(nameof(value), value, "A task runs for up to a year.");
            _service.Use(organization => organization.DefaultTaskDuration = value);
        }
    }

    /// <summary>
    /// True when active flows run by their cron while the clock goes. False at first: runs are then triggered only.
    /// </summary>
    public bool IsScheduling
    {
        get => _service.Use((organization, _) => organization.ScheduledTime is not null);
        set => _service.Use((organization, now) => organization.ScheduledTime = value ? now : null);
    }

    /// <summary>
    /// Locks a flow, so that operations which change it or its runs are refused with 62105, or unlocks it.
    /// </summary>
    /// <param name="flowId">The flow's id.</param>
    /// <param name="locked">False to unlock it.</param>
    /// <exception cref="ArgumentException">There is no such flow.</exception>
    public void LockFlow(long flowId, bool locked = true) => _service.Use(organization =>
    {
        if (!organization.Flows.TryGetValue(flowId, out var flow))
            throw new ArgumentException($"There is no flow {flowId}.", nameof(flowId));
        flow.IsLocked = locked;
    });

    /// <summary>
    /// Writes the state of the service, its clock and its settings as JSON. Tokens, counters and faults are not
    /// included.
    /// </summary>
    /// <param name="stream">Where to write; it stays open.</param>
    public void SaveState(Stream stream)
    {
        if (stream is null) throw new ArgumentNullException(nameof(stream));
        var state = _service.Use((organization, _) => StateFile.Write(new()
        {
            Organization = organization,
            Clock = Clock.State,
            Latency = Latency,
            ClockSkew = ClockSkew,
            TokenLifetime = TokenLifetime,
        }));
        stream.Write(state, 0, state.Length);
    }

    /// <summary>
    /// Replaces the state of the service by one that <see cref="SaveState"/> wrote. Its clock has continued in the
    /// meantime.
    /// </summary>
    /// <param name="stream">Where to read, to its end; it stays open.</param>
    /// <param name="cancellationToken">Stops without a change.</param>
    /// <exception cref="FormatException">It is no saved state, or was changed since. Nothing was replaced.</exception>
    public void LoadState(Stream stream, CancellationToken cancellationToken = default)
    {
        if (stream is null) throw new ArgumentNullException(nameof(stream));
        var state = StateFile.Read(stream);
        cancellationToken.ThrowIfCancellationRequested();
        Clock.State = state.Clock;
        (Latency, ClockSkew, TokenLifetime) = (state.Latency, state.ClockSkew, state.TokenLifetime);
        _service.Replace(state.Organization);
    }
}
