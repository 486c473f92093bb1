using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;

namespace BatchFlows.Benchmarks;

/// <summary>Measures ours and the floor in turn, so that what else the machine does falls on both.</summary>
/// <param name="count">How many pairs.</param>
/// <param name="warmUp">
/// For how long others go before them that do not count: the runtime compiles better what has run often.
/// </param>
internal sealed class Pairs(int count, TimeSpan warmUp)
{
    public int Count => count;

    /// <summary>As many pairs of work in processes of their own, which nothing warms up.</summary>
    public Pairs Cold => new(count, TimeSpan.Zero);

    /// <summary>
    /// More pairs, for work of microseconds each: where threads happen to run makes it twice as long for seconds, so
    /// that a pair has to be over before that changes.
    /// </summary>
    public Pairs ForShortWork => new((count * 8) + 1, warmUp + TimeSpan.FromSeconds(2.5));

    /// <summary>Compares two durations, in milliseconds.</summary>
    public Row CompareTimes(string name, double goal, Action ours, Action floor) =>
        Compare(name, "ms", goal, () => MillisecondsOf(ours), () => MillisecondsOf(floor));

    /// <summary>Compares two figures.</summary>
    public Row Compare(string name, string unit, double? goal, Func<double> ours, Func<double> floor)
    {
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < warmUp)
        {
            ours();
            floor();
        }

        List<(double Ours, double Floor)> pairs = [];
        while (pairs.Count < count)
        {
            // Whoever is first finds another heap than who is second.
            pairs.Add(pairs.Count % 2 == 0 ? (ours(), floor()) : Swap(floor(), ours()));
        }

        return new Row(
            name, Median(pairs.Select(pair => pair.Ours)), Median(pairs.Select(pair => pair.Floor)), unit,
            Median(pairs.Select(pair => pair.Ours / pair.Floor)), goal);
    }

    public static double MillisecondsOf(Action action)
    {
        GC.Collect();
        var started = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static (double Ours, double Floor) Swap(double floor, double ours) => (ours, floor);
}
