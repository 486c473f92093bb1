using System;

namespace BatchFlows.Analysis.Schedules;

/// <summary>The periods of a cycle, which links between flows are about.</summary>
internal static class CyclePeriod
{
    /// <summary>
    /// The minute, hour, day, week from Monday on, or month in which a time of the server's clock is. A flow without a
    /// known cycle counts as daily.
    /// </summary>
    public static (DateTime Start, DateTime End) Of(DateTime time, string? cycle)
    {
        var (day, hour) = (time.Date, time.Date.AddHours(time.Hour));
        return cycle switch
        {
            "mi" => (hour.AddMinutes(time.Minute), hour.AddMinutes(time.Minute + 1)),
            "H" => (hour, hour.AddHours(1)),
            "W" => Days(day.AddDays(-(((int)day.DayOfWeek + 6) % 7)), 7),
            "M" => Days(day.AddDays(1 - day.Day), DateTime.DaysInMonth(day.Year, day.Month)),
            _ => Days(day, 1),
        };

        static (DateTime, DateTime) Days(DateTime first, int count) => (first, first.AddDays(count));
    }
}
