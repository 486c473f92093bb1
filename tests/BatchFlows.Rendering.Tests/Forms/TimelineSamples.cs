using System;
using System.Linq;
using BatchFlows.Analysis.Diagrams;
using BatchFlows.Analysis.Timelines;
using CsCheck;

namespace BatchFlows.Rendering.Tests;

/// <summary>Timelines to draw.</summary>
internal static class TimelineSamples
{
    private static readonly DateTime Start = new(2026, 1, 2, 1, 30, 0);

    private static readonly Gen<TimelineRow> Row = Gen.Select(
        Gen.OneOfConst(DiagramSamples.Hostile), Gen.OneOfConst(Enum.GetValues<DiagramMark>()), Gen.Int[0, 500].Array[3],
        Gen.Int[0, 3],
        Gen.OneOfConst(DiagramSamples.Hostile), Gen.Bool,
        (label, mark, times, state, group, isCritical) =>
        {
            Array.Sort(times);
            var (ready, start, end) = (
                Start.AddSeconds(times[0]), Start.AddSeconds(times[1]), Start.AddSeconds(times[2]));
            return new TimelineRow(DiagramBuilder.Shown(label), mark)
            {
                Group = group,
                Ready = state > 1 ? ready : null,
                Start = state > 0 ? start : null,
                End = state > 0 && times[0] % 4 != 0 ? end : null,
                IsCritical = isCritical,
                Retries = times[2] % 3,
                Note = "0:02",
            };
        });

    /// <summary>The runs of a night.</summary>
    public static Timeline Night(int count)
    {
        var marks = Enum.GetValues<DiagramMark>();
        return new Timeline("Runs", "runs", Start, Start.AddHours(8), [.. Enumerable.Range(0, count).Select(i => new TimelineRow(
            $"run_{i}", marks[i % 3 == 0 ? 4 : 4 + (i % 8)])
        {
            Group = $"flow_{i / 5}",
            Ready = Start.AddSeconds(i * 28000.0 / count),
            Start = Start.AddSeconds((i * 28000.0 / count) + (i % 4 * 200)),
            End = Start.AddSeconds((i * 28000.0 / count) + 900 + (i % 7 * 60)),
            Retries = i % 5 / 4,
            IsCritical = i % 9 == 0,
            Note = $"{i % 60}:00",
            Details = [$"flow: flow_{i / 5}"],
        })]);
    }

    public static readonly Gen<Timeline> Any = Gen.Select(
        Row.Array[0, 12], Gen.OneOfConst(DiagramSamples.Hostile),
        (rows, title) => new Timeline(title, "tasks", Start, Start.AddSeconds(501), rows));
}
