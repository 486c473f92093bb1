using System;
using System.Collections.Generic;

namespace BatchFlows.Analysis.Schedules;

/// <summary>When a flow, or a task of it, fires in a zone. All that is said of fire times comes from here.</summary>
internal sealed class FlowTimes
{
    private readonly PlannedFlow _flow;
    private readonly TimeZoneInfo _zone;
    private readonly CronSchedule? _schedule;

    /// <param name="flow">What decides when it fires. If it is not known whether it is paused, it is not.</param>
    /// <param name="zone">The server's zone.</param>
    /// <param name="includePaused">True for the times at which a paused flow would fire.</param>
    public FlowTimes(PlannedFlow flow, TimeZoneInfo zone, bool includePaused = false)
    {
        (_flow, _zone) = (flow, zone);
        WhyNone = flow.Type is FlowType.Manual ? NoTimes.ByHand
            : flow.Type is FlowType.Temporary ? NoTimes.Temporary
            : string.IsNullOrWhiteSpace(flow.Cron) ? NoTimes.Unscheduled
            : flow.IsActive == false && !includePaused ? NoTimes.Paused
            : null;
        if (WhyNone is not null) return;
        try
        {
            _schedule = CronSchedule.Parse(flow.Cron!);
        }
        catch (FormatException e)
        {
            WhyNone = NoTimes.Wrong(e.Message);
        }
    }

    /// <summary>Why it has no times; null when it has a schedule.</summary>
    public NoTimes? WhyNone { get; }

    /// <summary>The times at a moment or later, not before its start date.</summary>
    public IEnumerable<FireTime> From(DateTimeOffset moment)
    {
        if (_flow.Start is { } start && ZoneClock.FirstOf(start, _zone) is var effective && effective > moment)
            moment = effective;
        return _schedule?.After(moment.AddTicks(-1), _zone) ?? [];
    }

    /// <summary>The first time at a moment or later; null when there is none.</summary>
    public FireTime? FirstFrom(DateTimeOffset moment)
    {
        foreach (var time in From(moment)) return time;
        return null;
    }

    /// <summary>The period of its cycle in which a moment is, in the server's zone.</summary>
    public (DateTimeOffset Start, DateTimeOffset End) PeriodOf(DateTimeOffset moment)
    {
        var (start, end) = CyclePeriod.Of(TimeZoneInfo.ConvertTime(moment, _zone).DateTime, _flow.Cycle);
        return (ZoneClock.FirstOf(start, _zone), ZoneClock.FirstOf(end, _zone));
    }
}
