using System;

namespace BatchFlows.Analysis.Schedules;

/// <summary>When a flow runs, by its definition and the state of its schedule.</summary>
internal sealed class FlowTimes
{
    private readonly FlowDefinition _flow;
    private readonly TimeZoneInfo _zone;
    private readonly CronSchedule? _schedule;

    /// <param name="flow">The definition.</param>
    /// <param name="isActive">False when its schedule is paused; null, if not known, counts as active.</param>
    /// <param name="zone">The server's zone.</param>
    public FlowTimes(FlowDefinition flow, bool? isActive, TimeZoneInfo zone)
    {
        (_flow, _zone) = (flow, zone);
        if (flow.Type is FlowType.Manual) WhyNone = "It is started by hand.";
        else if (flow.Type is FlowType.Temporary) WhyNone = "It is a temporary flow.";
        else if (isActive == false) WhyNone = "Its schedule is paused.";
        else
        {
            try
            {
                _schedule = CronSchedule.Parse(flow.Cron ?? "");
            }
            catch (FormatException)
            {
                WhyNone = "Its cron expression cannot be read.";
            }
        }
    }

    /// <summary>Why it has no times, as a sentence; null when it has a schedule.</summary>
    public string? WhyNone { get; }

    /// <summary>The first time at a moment or later; null when there is none.</summary>
    public FireTime? FirstFrom(DateTimeOffset moment)
    {
        if (_schedule is null) return null;
        if (_flow.StartTime?.Value is { } start && At(start) > moment) moment = At(start);
        foreach (var time in _schedule.After(moment.AddTicks(-1), _zone)) return time;
        return null;
    }

    /// <summary>The period of its cycle in which a moment is, in the server's zone.</summary>
    public (DateTimeOffset Start, DateTimeOffset End) PeriodOf(DateTimeOffset moment)
    {
        var (start, end) = CyclePeriod.Of(TimeZoneInfo.ConvertTime(moment, _zone).DateTime, _flow.Cycle);
        return (At(start), At(end));
    }

    private DateTimeOffset At(DateTime time)
    {
        var local = DateTime.SpecifyKind(time, DateTimeKind.Unspecified);
        return new DateTimeOffset(local, _zone.GetUtcOffset(local));
    }
}
