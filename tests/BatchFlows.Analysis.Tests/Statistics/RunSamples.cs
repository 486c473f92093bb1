using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Statistics;
using CsCheck;

namespace BatchFlows.Analysis.Tests.Statistics;

/// <summary>Generated runs.</summary>
internal static class RunSamples
{
    private static readonly DateTime Start = new(2026, 3, 1, 1, 0, 0);

    private static readonly InstanceStatus[] Statuses =
    [
        InstanceStatus.Success, InstanceStatus.Success, InstanceStatus.Fail, InstanceStatus.Timeout,
        InstanceStatus.Cancel, InstanceStatus.Skip, InstanceStatus.Running, InstanceStatus.Wait,
    ];

    private static readonly Gen<TimeSpan?> Span = Gen.Int[-500, 5000].Select(
        seconds => seconds < 0 ? (TimeSpan?)null : TimeSpan.FromSeconds(seconds));

    public static readonly Gen<RunFact[]> Runs = Gen.Select(
        Gen.Int[0, Statuses.Length], Gen.Int[0, 4], Gen.Int[0, 60 * 24 * 9], Span, Span, Gen.Int[0, 3].Array[0, 3])
        .Array[0, 40].Select(runs => runs.Select((run, index) => new RunFact
        {
            FlowInstanceId = $"{run.Item2}-{index}",
            FlowId = run.Item2 == 0 ? null : run.Item2,
            FlowName = $"flow{run.Item2}",
            Owners = [.. run.Item6.Select(owner => $"owner{owner}")],
            Outcome = new(
                run.Item1 == Statuses.Length ? null : Statuses[run.Item1], Start.AddMinutes(run.Item3), run.Item4,
                run.Item5),
        }).ToArray());

    /// <summary>
    /// Runs whose tasks started as soon as all before them had ended, and later when a gap is given, so that the truth
    /// is known.
    /// </summary>
    public static Gen<RunDetail> Detail(int mostGap) => Gen.Select(
        Gen.Int[1, 900].Array[1, 9], Gen.Select(Gen.Int[0, 8], Gen.Int[0, 8]).Array[0, 16],
        Gen.Int[0, mostGap].Array[9])
        .Select((durations, edges, gaps) =>
        {
            var relations = edges.Where(edge => edge.Item1 < edge.Item2 && edge.Item2 < durations.Length).Distinct()
                .Select(edge => (Source: edge.Item1, Target: edge.Item2)).ToArray();
            var tasks = new List<TaskFact>();
            foreach (var (seconds, place) in durations.Select((seconds, place) => (seconds, place)))
            {
                var ready = relations.Where(relation => relation.Target == place)
                    .Select(relation => tasks[relation.Source].End!.Value).DefaultIfEmpty(Start).Max();
                var start = ready.AddSeconds(gaps[place]);
                tasks.Add(new($"t{place}", InstanceStatus.Success, start, start.AddSeconds(seconds), gaps[place] % 3));
            }

            var end = tasks.Max(task => task.End!.Value);
            var run = new RunFact
            {
                FlowInstanceId = "1-1",
                FlowId = 1,
                FlowName = "f",
                Start = Start,
                Outcome = new(InstanceStatus.Success, Start, TimeSpan.Zero, end - Start),
            };
            return new RunDetail(run, tasks, relations);
        });
}
