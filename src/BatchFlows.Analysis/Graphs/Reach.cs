using System.Collections.Generic;

namespace BatchFlows.Analysis.Graphs;

/// <summary>What can be reached from some nodes of a graph, by the shortest ways.</summary>
internal static class Reach
{
    /// <summary>For each node the number of edges of the shortest way to it; -1 where there is none.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="starts">Where the ways begin.</param>
    /// <param name="isUp">True to go against the direction of the edges.</param>
    public static int[] From(Digraph graph, IEnumerable<int> starts, bool isUp = false)
    {
        var distances = new int[graph.Count];
        for (var node = 0; node < distances.Length; node++) distances[node] = -1;
        var open = new Queue<int>();
        foreach (var start in starts) Visit(start, 0);
        while (open.Count > 0)
        {
            var node = open.Dequeue();
            foreach (var edge in isUp ? graph.To(node) : graph.From(node))
                Visit(isUp ? graph.Edges[edge].Source : graph.Edges[edge].Target, distances[node] + 1);
        }

        return distances;

        void Visit(int node, int distance)
        {
            if (distances[node] >= 0) return;
            distances[node] = distance;
            open.Enqueue(node);
        }
    }
}
