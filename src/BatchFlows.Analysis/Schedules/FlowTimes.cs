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

    /// <summary>
    /// The period of its cycle in which a moment is, in the server's zone: the minute, hour, day, week from Monday on,
    /// or month. A flow without a known cycle counts as daily.
    /// </summary>
    public (DateTimeOffset Start, DateTimeOffset End) PeriodOf(DateTimeOffset moment)
    {
        var time = TimeZoneInfo.ConvertTime(moment, _zone).DateTime;
        var (day, hour) = (time.Date, time.Date.AddHours(time.Hour));
        return _flow.Cycle switch
        {
            "mi" => (At(hour.AddMinutes(time.Minute)), At(hour.AddMinutes(time.Minute + 1))),
            "H" => (At(hour), At(hour.AddHours(1))),
            "W" => Days(day.AddDays(-(((int)day.DayOfWeek + 6) % 7)), 7),
            "M" => Days(day.AddDays(1 - day.Day), DateTime.DaysInMonth(day.Year, day.Month)),
            _ => Days(day, 1),
        };

        (DateTimeOffset, DateTimeOffset) Days(DateTime first, int count) => (At(first), At(first.AddDays(count)));
    }

    private DateTimeOffset At(DateTime time)
    {
        var local = DateTime.SpecifyKind(time, DateTimeKind.Unspecified);
        return new DateTimeOffset(local, _zone.GetUtcOffset(local));
    }
}
