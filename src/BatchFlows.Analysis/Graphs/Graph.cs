using System;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Analysis.Graphs;

/// <summary>
/// A directed graph that does not change. Algorithms count nodes and edges by their indexes; several edges may connect
/// the same nodes. No algorithm is recursive, because a chain of tasks may be longer than the stack.
/// </summary>
internal sealed class Graph<T>
    where T : notnull
{
    private readonly Dictionary<T, int> _indexes = [];
    private readonly List<T> _nodes = [];
    private readonly (int Source, int Target)[] _edges;
    private readonly (int[] Edges, int[] Ends) _out;
    private readonly (int[] Edges, int[] Ends) _in;

    /// <param name="nodes">Nodes; the ends of edges are nodes in any case.</param>
    /// <param name="edges">Edges, in the order of their indexes.</param>
    public Graph(IEnumerable<T> nodes, IEnumerable<(T Source, T Target)> edges)
    {
        foreach (var node in nodes) Add(node);
        _edges = [.. edges.Select(edge => (Add(edge.Source), Add(edge.Target)))];
        _out = Group(edge => edge.Source);
        _in = Group(edge => edge.Target);
    }

    public IReadOnlyList<T> Nodes => _nodes;

    public (int Source, int Target)[] Edges => _edges;

    /// <summary>The index of a node; null for an unknown one.</summary>
    public int? Find(T node) => _indexes.TryGetValue(node, out var index) ? index : null;

    /// <summary>The edges that begin at a node.</summary>
    public ArraySegment<int> From(int node) => Of(_out, node);

    /// <summary>The edges that end at a node.</summary>
    public ArraySegment<int> To(int node) => Of(_in, node);

    private int Add(T node)
    {
        if (_indexes.TryGetValue(node, out var index)) return index;
        _nodes.Add(node);
        return _indexes[node] = _nodes.Count - 1;
    }

    private static ArraySegment<int> Of((int[] Edges, int[] Ends) groups, int node)
    {
        var start = node == 0 ? 0 : groups.Ends[node - 1];
        return new ArraySegment<int>(groups.Edges, start, groups.Ends[node] - start);
    }

    /// <summary>The edges ordered by one of their ends, and where those of each node end.</summary>
    private (int[] Edges, int[] Ends) Group(Func<(int Source, int Target), int> endOf)
    {
        var ends = new int[_nodes.Count];
        foreach (var edge in _edges) ends[endOf(edge)]++;
        for (var node = 1; node < ends.Length; node++) ends[node] += ends[node - 1];
        var (starts, grouped) = ((int[])ends.Clone(), new int[_edges.Length]);
        for (var edge = _edges.Length - 1; edge >= 0; edge--) grouped[--starts[endOf(_edges[edge])]] = edge;
        return (grouped, ends);
    }
}
