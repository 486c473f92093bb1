using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Rendering.Layout;

/// <summary>The edges that close cycles: without them the graph has none.</summary>
internal static class BackEdges
{
    private enum State : byte
    {
        New,
        Open,
        Done,
    }

    /// <returns>For each edge, whether it leads back.</returns>
    public static bool[] Of(int nodeCount, IReadOnlyList<(int From, int To)> edges)
    {
        var isBack = new bool[edges.Count];
        var leaving = new Adjacency(nodeCount, edges);
        var entered = new bool[nodeCount];
        foreach (var (from, to) in edges) entered[to] |= from != to;
        var state = new State[nodeCount];
        var path = new Stack<(int Node, int Next)>();
        // From the sources first, so that an edge into a cycle is none that leads back.
        foreach (var start in Enumerable.Range(0, nodeCount).OrderBy(node => entered[node])) Walk(start);
        return isBack;

        void Walk(int start)
        {
            if (state[start] != State.New) return;
            Open(start);
            while (path.Count > 0)
            {
                var (node, next) = path.Pop();
                if (next == leaving.End(node))
                {
                    state[node] = State.Done;
                    continue;
                }

                path.Push((node, next + 1));
                var edge = leaving.Edges[next];
                var to = edges[edge].To;
                if (state[to] == State.Open) isBack[edge] = true;
                else if (state[to] == State.New) Open(to);
            }
        }

        void Open(int node)
        {
            state[node] = State.Open;
            path.Push((node, leaving.Start(node)));
        }
    }
}
