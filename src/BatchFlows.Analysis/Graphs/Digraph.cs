using System;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Analysis.Graphs;

/// <summary>
/// A directed graph that does not change. Nodes and edges are known by their indexes; several edges may connect the
/// same nodes. No algorithm is recursive, because a chain of tasks may be longer than the stack.
/// </summary>
internal class Digraph
{
    private readonly (int[] Edges, int[] Ends) _out;
    private readonly (int[] Edges, int[] Ends) _in;

    /// <param name="count">Number of nodes.</param>
    /// <param name="edges">Edges, in the order of their indexes.</param>
    public Digraph(int count, (int Source, int Target)[] edges)
    {
        (Count, Edges) = (count, edges);
        _out = Group(edge => edge.Source);
        _in = Group(edge => edge.Target);
    }

    /// <summary>Number of nodes.</summary>
    public int Count { get; }

    public (int Source, int Target)[] Edges { get; }

    /// <summary>The graph of values; the ends of edges are nodes in any case.</summary>
    public static ValueDigraph<T> Of<T>(IEnumerable<T> nodes, IEnumerable<(T Source, T Target)> edges)
        where T : notnull
    {
        var values = new List<T>();
        var indexes = new Dictionary<T, int>();
        foreach (var node in nodes) IndexOf(node);
        (int, int)[] indexed = [.. edges.Select(edge => (IndexOf(edge.Source), IndexOf(edge.Target)))];
        return new ValueDigraph<T>(values, indexes, indexed);

        int IndexOf(T value)
        {
            if (indexes.TryGetValue(value, out var index)) return index;
            values.Add(value);
            return indexes[value] = values.Count - 1;
        }
    }

    /// <summary>The edges that begin at a node.</summary>
    public ArraySegment<int> From(int node) => Of(_out, node);

    /// <summary>The edges that end at a node.</summary>
    public ArraySegment<int> To(int node) => Of(_in, node);

    private static ArraySegment<int> Of((int[] Edges, int[] Ends) groups, int node)
    {
        var start = node == 0 ? 0 : groups.Ends[node - 1];
        return new ArraySegment<int>(groups.Edges, start, groups.Ends[node] - start);
    }

    /// <summary>The edges ordered by one of their ends, and where those of each node end.</summary>
    private (int[] Edges, int[] Ends) Group(Func<(int Source, int Target), int> endOf)
    {
        var ends = new int[Count];
        foreach (var edge in Edges) ends[endOf(edge)]++;
        for (var node = 1; node < ends.Length; node++) ends[node] += ends[node - 1];
        var (starts, grouped) = ((int[])ends.Clone(), new int[Edges.Length]);
        for (var edge = Edges.Length - 1; edge >= 0; edge--) grouped[--starts[endOf(Edges[edge])]] = edge;
        return (grouped, ends);
    }
}
