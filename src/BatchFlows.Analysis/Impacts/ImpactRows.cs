using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Graphs;

namespace BatchFlows.Analysis.Impacts;

/// <summary>The rows that are shown of what is hit: one for each flow.</summary>
internal static class ImpactRows
{
    /// <summary>The way to a node where what happens begins.</summary>
    public const int Beginning = -1;

    /// <param name="graph">The graph of tasks.</param>
    /// <param name="question">What happens to what.</param>
    /// <param name="hits">How each node is hit; null for those that are not.</param>
    /// <param name="ways">The edge through which each is hit first, or <see cref="Beginning"/>.</param>
    public static IReadOnlyList<FlowImpact> Of(
        DependencyGraph graph, ImpactQuestion question, Hit?[] hits, int[] ways) =>
    [
        .. Enumerable.Range(0, hits.Length)
            .Where(node => hits[node] is not null && graph.Vertices[node] is { Flow: not null } vertex
                && (vertex.Flow != question.Flow || (question.TaskName is not null && vertex.TaskName is not null))
                && !question.IsHit(vertex))
            .GroupBy(node => graph.Vertices[node].Flow!)
            .Select(nodes => RowOf(graph, question, hits, ways, nodes.Key, [.. nodes]))
            .OrderBy(row => row.FirstFelt is null).ThenBy(row => row.FirstFelt).ThenBy(row => row.Distance),
    ];

    /// <summary>The flows that are hit, whatever the times are, and the flow itself; near ones first.</summary>
    public static IReadOnlyList<KnownFlow> FlowsOf(DependencyGraph graph, ImpactQuestion question)
    {
        var passing = new Digraph(
            graph.Vertices.Count,
            [.. graph.Edges.Where(edge => question.Passes(graph, edge)).Select(edge => (edge.Source, edge.Target))]);
        var starts = Enumerable.Range(0, graph.Vertices.Count)
            .Where(node => question.IsHit(graph.Vertices[node]));
        var reached = Reach.From(passing, starts);
        return
        [
            .. Enumerable.Range(0, reached.Length).Where(node => reached[node] >= 0).OrderBy(node => reached[node])
                .Select(node => graph.Vertices[node].Flow).OfType<KnownFlow>().Distinct(),
        ];
    }

    private static FlowImpact RowOf(
        DependencyGraph graph, ImpactQuestion question, Hit?[] hits, int[] ways, KnownFlow flow,
        IReadOnlyList<int> nodes)
    {
        var all = nodes.Aggregate(hits[nodes[0]]!, (both, node) => both.With(hits[node]!));
        var first = nodes.First(node => hits[node]!.Felt == all.Felt);
        var names = new HashSet<string?>(nodes.Select(node => graph.Vertices[node].TaskName));
        var path = PathTo(graph, ways, first);
        return new FlowImpact(question, flow, InOrder(flow).Where(names.Contains), path)
        {
            FirstRun = all.Run,
            FirstFelt = all.Felt,
            LateBy = question.Cause is ImpactCause.Delay ? all.Late : null,
            Doubt = all.Doubt,
        };
    }

    /// <summary>The tasks of a flow in the order in which they run, however a file orders them.</summary>
    private static IEnumerable<string> InOrder(KnownFlow flow)
    {
        var tasks = flow.TaskGraph();
        var layers = Components.In(tasks).Layers(tasks);
        return flow.TaskNames.OrderBy(name => layers[flow.IndexOf(name)!.Value])
            .ThenBy(name => name, StringComparer.Ordinal);
    }

    /// <summary>The flows on the way to a node.</summary>
    private static List<string> PathTo(DependencyGraph graph, int[] ways, int node)
    {
        var path = new List<string> { graph.Vertices[node].FlowName };
        while (ways[node] is var edge and not Beginning)
        {
            node = graph.Edges[edge].Source;
            if (graph.Edges[edge].Link is not null) path.Add(graph.Vertices[node].FlowName);
        }

        path.Reverse();
        return path;
    }
}
