using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Analysis.Graphs;

/// <summary>
/// The dependencies of a flow or a task in the order of a tree: each edge once, below that which led to it on the
/// shortest way.
/// </summary>
internal static class DependencyTree
{
    /// <param name="graph">All dependencies.</param>
    /// <param name="flow">The flow to begin with.</param>
    /// <param name="taskName">The task to begin with; null for the whole flow.</param>
    /// <param name="isUp">True for what it waits for, false for what waits for it.</param>
    /// <param name="depth">Largest distance.</param>
    /// <returns>Neighbours in the order of their names, wherever they were read.</returns>
    public static IEnumerable<FlowDependency> Of(
        DependencyGraph graph, KnownFlow flow, string? taskName, bool isUp, int depth)
    {
        var start = new FlowVertex(flow, flow.Name, taskName);
        var starts = StartsOf(graph, start, isUp);
        var distances = Reach.From(graph.Graph, starts, isUp);
        var isOpened = new bool[distances.Length];
        foreach (var node in starts) isOpened[node] = true;
        var byFarEnd = Comparer<int>.Create((one, other) =>
            graph.Vertices[FarEnd(one)].CompareTo(graph.Vertices[FarEnd(other)]) is not 0 and var order
                ? order
                : one.CompareTo(other));
        var open = new List<(int Edge, int Node, bool IsRepeated)>(); // the last one is next
        var next = new List<int>();
        for (var i = starts.Count - 1; i >= 0; i--) Open(starts[i]);
        while (open.Count > 0)
        {
            var (edge, node, isRepeated) = open[open.Count - 1];
            open.RemoveAt(open.Count - 1);
            var distance = distances[isUp ? graph.Edges[edge].Target : graph.Edges[edge].Source] + 1;
            yield return new FlowDependency(start, graph, edge, isUp)
            {
                Distance = distance,
                IsInCircle = graph.IsInCircle(edge),
                IsRepeated = isRepeated,
            };
            if (!isRepeated && distance < depth) Open(node);
        }

        int FarEnd(int edge) => isUp ? graph.Edges[edge].Source : graph.Edges[edge].Target;

        // True for an edge from a last task to the end of the flow that was asked for.
        bool IsEnd(int edge) => graph.Edges[edge] is { Link: null } end && graph.Vertices[end.Target] == start;

        // Edges are laid down in reverse, because the last one is taken first.
        void Open(int node)
        {
            next.Clear();
            foreach (var edge in isUp ? graph.Graph.To(node) : graph.Graph.From(node))
            {
                if (isUp || !IsEnd(edge)) next.Add(edge);
            }

            next.Sort(byFarEnd);
            var first = open.Count;
            foreach (var edge in next)
            {
                var far = FarEnd(edge);
                var isNew = !isOpened[far] && distances[far] == distances[node] + 1;
                if (isNew) isOpened[far] = true;
                open.Add((edge, far, IsRepeated: !isNew));
            }

            open.Reverse(first, open.Count - first);
        }
    }

    /// <summary>
    /// At the level of tasks, what follows a flow follows its first tasks, and what it waits for comes before its end.
    /// </summary>
    private static IReadOnlyList<int> StartsOf(DependencyGraph graph, FlowVertex start, bool isUp)
    {
        var vertices = start is { TaskName: null, Flow: { } flow } && !isUp
            ? flow.FirstTasks().Select(task => FlowVertex.OfTask(flow, flow.TaskNames[task])).Append(start)
            : [start];
        return [.. vertices.OrderBy(vertex => vertex).Select(graph.Find).OfType<int>()];
    }
}
