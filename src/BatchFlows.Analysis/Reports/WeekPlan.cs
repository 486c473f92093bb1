using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Schedules;

namespace BatchFlows.Analysis.Reports;

/// <summary>When flows start, from the beginning of a day on for seven days.</summary>
/// <param name="First">The first day.</param>
/// <param name="Starts">How many runs start in each hour of each day: 7 x 24.</param>
/// <param name="Collisions">
/// Hours in which most flows start. Flows that start in more than half of all hours do not count.
/// </param>
/// <param name="Quiet">The longest spans without a start, without those flows.</param>
internal sealed record WeekPlan(
    DateTime First, IReadOnlyList<int[]> Starts, IReadOnlyList<WeekHours> Collisions, IReadOnlyList<WeekHours> Quiet)
{
    public const int Days = 7;

    private const int Hours = 24;
    private const int Minutes = Hours * 60;
    private const int Most = 5;
    private const int LeastQuiet = 30;

    public int Busiest => Starts.Max(day => day.Max());

    public int Calmest => Starts.Min(day => day.Min());

    /// <param name="flows">Paused ones do not count.</param>
    /// <param name="now">The server's time.</param>
    public static WeekPlan Of(IEnumerable<PlannedFlow> flows, DateTimeOffset now, TimeZoneInfo zone)
    {
        var first = TimeZoneInfo.ConvertTime(now, zone).Date;
        var window = new FireWindow(
            ZoneClock.FirstOf(first, zone), ZoneClock.FirstOf(first.AddDays(Days), zone), Count: null, zone);
        var starts = Enumerable.Range(0, Days).Select(_ => new int[Hours]).ToArray();
        var names = Enumerable.Range(0, Days * Hours).Select(_ => new SortedSet<string>(StringComparer.Ordinal))
            .ToArray();
        var isUsed = new bool[Days * Minutes];
        foreach (var flow in flows)
        {
            var minutes = flow.Runs(window)
                .Select(run => (int)(run.FireTime!.Value.DateTime - first).TotalMinutes).ToList();
            foreach (var minute in minutes) starts[minute / Minutes][minute % Minutes / 60]++;
            if (minutes.Select(minute => minute / 60).Distinct().Count() > Days * Hours / 2) continue;
            foreach (var minute in minutes)
            {
                isUsed[minute] = true;
                names[minute / 60].Add(flow.FlowName ?? "");
            }
        }

        return new(first, starts, Collide(names), Rest(isUsed));
    }

    private static IReadOnlyList<WeekHours> Collide(IEnumerable<SortedSet<string>> names) =>
        [.. names.Select((flows, hour) => (Flows: flows, Hour: hour))
            .Where(hour => hour.Flows.Count > 1)
            .GroupBy(hour => (Hour: hour.Hour % Hours, Names: string.Join("\n", hour.Flows)))
            .OrderByDescending(same => same.First().Flows.Count).ThenByDescending(same => same.Count())
            .ThenBy(same => same.Key.Hour)
            .Take(Most)
            .Select(same => new WeekHours(
                TimeSpan.FromHours(same.Key.Hour), TimeSpan.FromHours(1), [.. same.Select(hour => hour.Hour / Hours)])
            {
                FlowNames = [.. same.First().Flows],
            })];

    private static IReadOnlyList<WeekHours> Rest(bool[] isUsed)
    {
        var spans = new List<(int Start, int Length)>();
        var start = 0;
        for (var minute = 0; minute <= isUsed.Length; minute++)
        {
            if (minute < isUsed.Length && !isUsed[minute]) continue;
            if (minute - start >= LeastQuiet) spans.Add((start, minute - start));
            start = minute + 1;
        }

        return [.. spans.GroupBy(span => (Start: span.Start % Minutes, span.Length))
            .OrderByDescending(same => same.Key.Length).ThenBy(same => same.First().Start)
            .Take(Most)
            .Select(same => new WeekHours(
                TimeSpan.FromMinutes(same.Key.Start), TimeSpan.FromMinutes(same.Key.Length),
                [.. same.Select(span => span.Start / Minutes)]))];
    }
}
