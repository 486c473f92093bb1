using System;
using System.Collections.Generic;
using BatchFlows.Model;

namespace BatchFlows;

/// <summary>A time at which a schedule fires, or why it does not.</summary>
public sealed class ScheduledRun
{
    /// <summary>
    /// When it fires, in the server's zone; null when it does not: <see cref="Note"/> says why, or
    /// <see cref="Schedule"/> is <c>manual</c> or <c>temporary</c>.
    /// </summary>
    public DateTimeOffset? FireTime { get; internal set; }

    /// <summary>The same moment in the zone of this machine.</summary>
    public DateTimeOffset? LocalTime => FireTime?.ToLocalTime();

    /// <summary>
    /// True when schedulers differ at this time, which is in an hour that a clock change repeats, or on a day that was
    /// moved off a weekend: it may fire at another time, twice, or not.
    /// </summary>
    public bool IsDoubtful { get; internal set; }

    /// <summary>ID of the flow; null for a file and for a cron expression.</summary>
    public long? FlowId { get; internal set; }

    /// <summary>Name of the flow; null for a cron expression.</summary>
    public string? FlowName { get; internal set; }

    /// <summary>Name of the task whose own schedule it is; null for the schedule of the flow.</summary>
    public string? TaskName { get; internal set; }

    /// <summary>The schedule in words, such as <c>daily 01:30</c>; see <see cref="Flow.Schedule"/>.</summary>
    public string Schedule { get; internal set; } = "";

    /// <summary>The cron expression of 7 fields; null when there is none.</summary>
    public string? Cron { get; internal set; }

    /// <summary>True when the schedule is started, false when it is paused; null where that is not known.</summary>
    public bool? IsActive { get; internal set; }

    /// <summary>
    /// Names of other flows for which tasks of this one wait: the run fires at its time, and these tasks start later.
    /// A task of another flow has the service's name for it, which contains its ID, such as <c>100003(load)</c>.
    /// </summary>
    public IReadOnlyList<string> WaitsFor { get; internal set; } = new ShownList<string>([]);

    /// <summary>
    /// What else there is to know, such as <c>paused</c>, <c>never fires again</c> or <c>not at 2026-03-29 02:30:
    /// skipped by a clock change</c> for a time before this one; empty when there is nothing.
    /// </summary>
    public string Note { get; internal set; } = "";

    /// <summary>Name of the connection the flow came from; null when it did not come from the service.</summary>
    public string? ConnectionName { get; internal set; }

    /// <summary>The time and the name of the flow.</summary>
    public override string ToString() => FormattableString.Invariant($"{FireTime:yyyy-MM-dd HH:mm:ss zzz} {FlowName}");
}
