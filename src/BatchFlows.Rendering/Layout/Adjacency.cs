using System.Collections.Generic;

namespace BatchFlows.Rendering.Layout;

/// <summary>The edges that leave each node, or that enter it, as ranges of one array.</summary>
internal sealed class Adjacency
{
    private readonly int[] _starts;

    /// <param name="entering">True for the edges that enter.</param>
    public Adjacency(int nodeCount, IReadOnlyList<(int From, int To)> edges, bool entering = false)
    {
        _starts = new int[nodeCount + 1];
        Edges = new int[edges.Count];
        Ends = new int[edges.Count];
        foreach (var (from, to) in edges) _starts[(entering ? to : from) + 1]++;
        for (var i = 0; i < nodeCount; i++) _starts[i + 1] += _starts[i];
        var next = (int[])_starts.Clone();
        for (var i = 0; i < edges.Count; i++)
        {
            var (from, to) = edges[i];
            var place = next[entering ? to : from]++;
            Edges[place] = i;
            Ends[place] = entering ? from : to;
        }
    }

    /// <summary>Indexes of the edges, node by node.</summary>
    public int[] Edges { get; }

    /// <summary>The nodes at the other ends of these edges.</summary>
    public int[] Ends { get; }

    public int Start(int node) => _starts[node];

    public int End(int node) => _starts[node + 1];

    public int Count(int node) => _starts[node + 1] - _starts[node];
}
