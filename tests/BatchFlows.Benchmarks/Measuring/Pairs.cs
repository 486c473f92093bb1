using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;

namespace BatchFlows.Benchmarks;

/// <summary>Measures ours and the floor in turn, so that what else the machine does falls on both.</summary>
/// <param name="count">How many pairs. Others go before them and do not count, until the runtime has compiled what runs often.</param>
internal sealed class Pairs(int count)
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    public int Count => count;

    /// <summary>As many pairs more for work of some milliseconds, which a waiting thread can make twice as long.</summary>
    public Pairs ForShortWork => new((count * 30) + 1);

    /// <summary>Compares two durations, in milliseconds.</summary>
    public Row CompareTimes(string name, double goal, Action ours, Action floor) =>
        Compare(name, "ms", goal, () => MillisecondsOf(ours), () => MillisecondsOf(floor));

    /// <summary>Compares two figures.</summary>
    public Row Compare(string name, string unit, double? goal, Func<double> ours, Func<double> floor)
    {
        var started = Stopwatch.GetTimestamp();
        do
        {
            ours();
            floor();
        }
        while (Stopwatch.GetElapsedTime(started) < WarmUp);

        List<(double Ours, double Floor)> pairs = [];
        while (pairs.Count < count)
        {
            // Whoever is first finds another heap than who is second.
            pairs.Add(pairs.Count % 2 == 0 ? (ours(), floor()) : Swap(floor(), ours()));
        }

        return new Row(
            name, Median(pairs.Select(pair => pair.Ours)), Median(pairs.Select(pair => pair.Floor)), unit, Median(pairs.Select(pair => pair.Ours / pair.Floor)), goal);
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
