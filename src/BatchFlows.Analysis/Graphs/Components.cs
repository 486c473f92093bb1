using System;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Analysis.Graphs;

/// <summary>
/// The strongly connected components of a graph (Tarjan): nodes of which each reaches all others. More than one node,
/// or an edge from a node to itself, is a circle.
/// </summary>
internal sealed class Components
{
    private readonly int[] _of;
    private readonly List<int> _nodes;

    private Components(int[] of, List<int> nodes, int count) => (_of, _nodes, Count) = (of, nodes, count);

    public int Count { get; }

    /// <summary>The component of a node. A component has a higher number than all that it leads to.</summary>
    public int Of(int node) => _of[node];

    public static Components In(Digraph graph)
    {
        var count = graph.Count;
        var (component, order, low, next) = (new int[count], new int[count], new int[count], new int[count]);
        for (var node = 0; node < count; node++) component[node] = -1;
        var (path, open) = (new Stack<int>(), new Stack<int>());
        var (visited, found, closed) = (0, 0, new List<int>(count));
        for (var start = 0; start < count; start++)
        {
            if (order[start] == 0) Begin(start);
            while (path.Count > 0)
            {
                var node = path.Peek();
                var edges = graph.From(node);
                if (next[node] < edges.Count)
                {
                    var target = graph.Edges[edges.Array![edges.Offset + next[node]++]].Target;
                    if (order[target] == 0) Begin(target);
                    else if (component[target] < 0) low[node] = Math.Min(low[node], order[target]);
                    continue;
                }

                path.Pop();
                if (path.Count > 0) low[path.Peek()] = Math.Min(low[path.Peek()], low[node]);
                if (low[node] == order[node]) Close(node);
            }
        }

        return new Components(component, closed, found);

        void Begin(int node)
        {
            order[node] = low[node] = ++visited;
            path.Push(node);
            open.Push(node);
        }

        void Close(int root)
        {
            int node;
            do
            {
                component[node = open.Pop()] = found;
                closed.Add(node);
            }
            while (node != root);
            found++;
        }
    }

    /// <summary>The nodes of each circle, in the order of the nodes.</summary>
    public IEnumerable<IReadOnlyList<T>> Circles<T>(ValueDigraph<T> graph)
        where T : notnull
    {
        var isCircle = new bool[Count];
        foreach (var (source, target) in graph.Edges) isCircle[Of(source)] |= Of(source) == Of(target);
        return Enumerable.Range(0, graph.Count).Where(node => isCircle[Of(node)]).GroupBy(Of)
            .Select(circle => circle.Select(node => graph.Nodes[node]).ToArray());
    }

    /// <summary>
    /// For each node the number of components on the longest way to its own: 0 where nothing leads to it. Nodes of a
    /// circle have the same number.
    /// </summary>
    public int[] Layers(Digraph graph)
    {
        var layers = new int[Count];
        for (var i = _nodes.Count - 1; i >= 0; i--)
        {
            var node = _nodes[i];
            foreach (var edge in graph.From(node))
            {
                var target = Of(graph.Edges[edge].Target);
                if (target != Of(node)) layers[target] = Math.Max(layers[target], layers[Of(node)] + 1);
            }
        }

        return [.. Enumerable.Range(0, graph.Count).Select(node => layers[Of(node)])];
    }
}
