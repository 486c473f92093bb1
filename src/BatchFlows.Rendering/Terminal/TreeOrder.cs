using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Diagrams;
using BatchFlows.Rendering.Layout;

namespace BatchFlows.Rendering.Terminal;

/// <summary>
/// A graph as a tree: each node stands once, below the last of those that it follows, so that all others stand above.
/// </summary>
internal sealed class TreeOrder
{
    private readonly List<int>[] _children;

    private TreeOrder(Diagram diagram)
    {
        var edges = diagram.Edges.Select(edge => (edge.From, edge.To)).ToArray();
        var isBack = BackEdges.Of(diagram.Nodes.Count, edges);
        var count = diagram.Nodes.Count;
        (_children, Others, BackTo) = (Lists(count), Lists(count), Lists(count));
        Parents = [.. Enumerable.Repeat(-1, count)];
        var followers = Lists(count);
        var waiting = new int[count];
        for (var i = 0; i < edges.Length; i++)
        {
            if (isBack[i]) BackTo[edges[i].To].Add(edges[i].From);
            else followers[edges[i].From].Add(edges[i].To);
            if (!isBack[i]) waiting[edges[i].To]++;
        }

        Roots = [.. Enumerable.Range(0, count).Where(node => waiting[node] == 0)];
        var open = new Stack<int>(Roots.Reverse());
        while (open.Count > 0)
        {
            var node = open.Pop();
            foreach (var next in followers[node])
            {
                if (--waiting[next] > 0)
                {
                    Others[next].Add(node);
                    continue;
                }

                _children[node].Add(next);
                Parents[next] = node;
            }

            for (var i = _children[node].Count - 1; i >= 0; i--) open.Push(_children[node][i]);
        }
    }

    public IReadOnlyList<int> Roots { get; }

    /// <summary>For each node, the one that it stands below; -1 for a root.</summary>
    public int[] Parents { get; }

    /// <summary>For each node, those that it follows without standing below them.</summary>
    public List<int>[] Others { get; }

    /// <summary>For each node, those that follow it and that it follows as well, in a cycle.</summary>
    public List<int>[] BackTo { get; }

    public static TreeOrder Of(Diagram diagram) => new(diagram);

    public IReadOnlyList<int> Children(int node) => _children[node];

    private static List<int>[] Lists(int count) => [.. Enumerable.Range(0, count).Select(_ => new List<int>())];
}
