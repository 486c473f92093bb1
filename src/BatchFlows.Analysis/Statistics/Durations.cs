using System;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Analysis.Statistics;

/// <summary>Figures of several durations.</summary>
internal static class Durations
{
    // Fewer runs show no trend.
    private const int FewestOfTrend = 8;
    private const int PartOfTrend = 4;

    public static TimeSpan? Median(IEnumerable<TimeSpan> durations) => Percentile(durations, 0.5);

    /// <summary>The duration that a share of them does not exceed; between two of them, in proportion.</summary>
    public static TimeSpan? Percentile(IEnumerable<TimeSpan> durations, double share)
    {
        var sorted = durations.Select(duration => duration.Ticks).ToArray();
        Array.Sort(sorted); // a small part of the time that comparisons of spans take
        if (sorted.Length == 0) return null;
        var place = share * (sorted.Length - 1);
        var below = sorted[(int)place];
        var above = sorted[Math.Min((int)place + 1, sorted.Length - 1)];
        return TimeSpan.FromTicks(below + (long)Math.Round((above - below) * (place - (int)place)));
    }

    /// <summary>
    /// How far the median of the last quarter is from the median of all: 0.5 when it is half as long again. Null for
    /// fewer than eight.
    /// </summary>
    public static double? Trend(IReadOnlyList<TimeSpan> inOrder)
    {
        if (inOrder.Count < FewestOfTrend || Median(inOrder) is not { Ticks: > 0 } usual) return null;
        var last = Median(inOrder.Skip(inOrder.Count - (inOrder.Count / PartOfTrend)))!.Value;
        return ((double)last.Ticks / usual.Ticks) - 1;
    }

    public static TimeSpan Sum(IEnumerable<TimeSpan?> durations) =>
        TimeSpan.FromTicks(durations.Sum(duration => duration?.Ticks ?? 0));
}
