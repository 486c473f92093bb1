using System;
using System.Collections.Generic;

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
    private readonly List<(int Source, int Target)> _edges = [];
    private readonly int[][] _out;
    private readonly int[][] _in;

    /// <param name="nodes">Nodes; the ends of edges are nodes in any case.</param>
    /// <param name="edges">Edges, in the order of their indexes.</param>
    public Graph(IEnumerable<T> nodes, IEnumerable<(T Source, T Target)> edges)
    {
        foreach (var node in nodes) Add(node);
        foreach (var (source, target) in edges) _edges.Add((Add(source), Add(target)));
        _out = Group(edge => edge.Source);
        _in = Group(edge => edge.Target);
    }

    public IReadOnlyList<T> Nodes => _nodes;

    public IReadOnlyList<(int Source, int Target)> Edges => _edges;

    /// <summary>The index of a node; null for an unknown one.</summary>
    public int? Find(T node) => _indexes.TryGetValue(node, out var index) ? index : null;

    /// <summary>The edges that begin at a node.</summary>
    public IReadOnlyList<int> From(int node) => _out[node];

    /// <summary>The edges that end at a node.</summary>
    public IReadOnlyList<int> To(int node) => _in[node];

    private int Add(T node)
    {
        if (_indexes.TryGetValue(node, out var index)) return index;
        _nodes.Add(node);
        return _indexes[node] = _nodes.Count - 1;
    }

    private int[][] Group(Func<(int Source, int Target), int> endOf)
    {
        var counts = new int[_nodes.Count];
        foreach (var edge in _edges) counts[endOf(edge)]++;
        var groups = new int[_nodes.Count][];
        for (var node = 0; node < groups.Length; node++) groups[node] = new int[counts[node]];
        for (var edge = _edges.Count - 1; edge >= 0; edge--)
        {
            var node = endOf(_edges[edge]);
            groups[node][--counts[node]] = edge;
        }

        return groups;
    }
}
