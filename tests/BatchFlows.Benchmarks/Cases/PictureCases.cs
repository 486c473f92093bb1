using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Diagrams;
using BatchFlows.Rendering.Html;
using BatchFlows.Rendering.Layout;
using BatchFlows.Rendering.Pictures;
using BatchFlows.Rendering.Terminal;

namespace BatchFlows.Benchmarks;

/// <summary>
/// Laying out and drawing flows as they are: most tasks follow one or two of those shortly before them.
/// </summary>
internal static class PictureCases
{
    /// <summary>Twice what a prototype took that was chosen for its speed.</summary>
    private static readonly (int Count, int Milliseconds)[] Goals = [(50, 40), (500, 102), (2_000, 206), (5_000, 490)];

    public static IEnumerable<Row> Measure(Pairs pairs)
    {
        foreach (var (count, goal) in Goals)
        {
            var flow = Flow(count);
            Place(flow);
            var times = Enumerable.Range(0, pairs.Count).Select(_ => Pairs.MillisecondsOf(() => Place(flow)));
            yield return new Row(
                $"layout of {count:#,0} tasks", Pairs.Median(times), Floor: null, "ms", Ratio: null, goal);
        }

        var (thousand, tenThousand) = (Flow(1_000), Flow(10_000));
        // Of one form, so that each task has as much text; and each is drawn once, so that no cache has it.
        var (few, many) = (
            Enumerable.Range(0, 100).Select(_ => Flow(1_000, window: 64)).ToArray(), Flow(100_000, window: 64));
        yield return pairs.CompareTimes(
            "layout of 10,000 tasks (floor: ten times 1,000)", 1.1,
            () => Place(tenThousand), () => Repeat(10, () => Place(thousand)));
        yield return pairs.CompareTimes(
            "text of 100,000 tasks (floor: a hundred of 1,000)", 1.21, () => TextTree.Of(many, 80, isAscii: false),
            () => Array.ForEach(few, flow => TextTree.Of(flow, 80, isAscii: false)));
        yield return pairs.CompareTimes(
            "page of 5,000 tasks (floor: its layout)", 2, () => HtmlPage.Of(GraphPicture.Of(Flow(5_000))),
            () => Place(Flow(5_000)));
    }

    private static void Place(Diagram diagram) => GraphLayout.Of(
        [.. diagram.Nodes.Select(_ => 150.0)], 44, [.. diagram.Edges.Select(edge => (edge.From, edge.To))], 18);

    private static void Repeat(int count, Action work)
    {
        for (var i = 0; i < count; i++) work();
    }

    private static Diagram Flow(int count) => Flow(count, 4 + (2 * (int)Math.Sqrt(count)));

    /// <param name="window">A task follows some of so many before it.</param>
    private static Diagram Flow(int count, int window)
    {
        var random = new Random(7);
        var edges = new HashSet<(int From, int To)>();
        for (var i = 1; i < count; i++)
        {
            var before = random.Next(10) < 6 ? 1 : random.Next(10) < 8 ? 2 : 3;
            for (var j = 0; j < before; j++) edges.Add((Math.Max(0, i - 1 - random.Next(Math.Min(i, window))), i));
        }

        return new Diagram(
            "flow", [.. Enumerable.Range(0, count).Select(i => new DiagramNode($"task_{i}", DiagramNodeKind.Task))],
            [.. edges.Select(edge => new DiagramEdge(edge.From, edge.To))]);
    }
}
