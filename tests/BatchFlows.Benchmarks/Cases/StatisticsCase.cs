using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Statistics;

namespace BatchFlows.Benchmarks;

/// <summary>The figures of ten times as many runs of 500 flows take ten times as long.</summary>
internal static class StatisticsCase
{
    private const int Flows = 500;

    private static readonly DateTime Start = new(2026, 3, 1);

    public static IEnumerable<Row> Measure(Pairs pairs)
    {
        var (many, few) = (Runs(100_000), Runs(10_000));
        yield return pairs.CompareTimes(
            "figures of 100,000 runs (floor: ours, ten times 10,000)", 1.1,
            () => Figures(many),
            () =>
            {
                for (var i = 0; i < 10; i++) Figures(few);
            });
    }

    private static void Figures(List<RunFact> runs)
    {
        var groups = StatisticsGroups.Of(StatisticsGroups.ByFlow, runs, []).ToList();
        if (groups.Count != Flows || groups.Sum(group => group.Runs) != runs.Count)
            throw new InvalidOperationException("Runs are missing.");
    }

    private static List<RunFact> Runs(int count)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, count).Select(number => new RunFact
        {
            FlowInstanceId = $"{number}",
            FlowId = 1 + (number % Flows),
            FlowName = $"flow_{number % Flows}",
            Owners = ["anna.keller"],
            Outcome = new(
                random.Next(20) == 0 ? InstanceStatus.Fail : InstanceStatus.Success,
                Start.AddMinutes(random.Next(60 * 24 * 30)), TimeSpan.FromSeconds(random.Next(60)),
                TimeSpan.FromSeconds(random.Next(3600))),
        })];
    }
}
