using System;
using System.Linq;

namespace BatchFlows.Sandbox;

/// <summary>The periods that a flow's cycle cuts the server's time into.</summary>
internal static class Cycle
{
    private static readonly string[] FromShortest = ["mi", "H", "D", "W", "M"];

    /// <summary>The longer of two cycles; one that is not known is a day.</summary>
    public static string Longer(string one, string other) => FromShortest[Math.Max(Rank(one), Rank(other))];

    /// <summary>The period that a moment lies in; weeks begin on Monday.</summary>
    public static (DateTimeOffset Start, DateTimeOffset End) PeriodOf(
        DateTimeOffset moment, string cycle, TimeSpan zone)
    {
        var time = moment.ToOffset(zone).DateTime;
        var day = time.Date;
        var month = day.AddDays(1 - day.Day);
        var week = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        var hour = day.AddHours(time.Hour);
        var minute = hour.AddMinutes(time.Minute);
        var (start, end) = cycle switch
        {
            "mi" => (minute, minute.AddMinutes(1)),
            "H" => (hour, hour.AddHours(1)),
            "W" => (week, week.AddDays(7)),
            "M" => (month, month.AddMonths(1)),
            _ => (day, day.AddDays(1)),
        };
        return (new(start, zone), new(end, zone));
    }

    private static int Rank(string cycle) => FromShortest.Contains(cycle) ? Array.IndexOf(FromShortest, cycle) : 2;
}
