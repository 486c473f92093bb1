using System.Collections.Generic;

namespace BatchFlows.Rendering.Layout;

/// <summary>Nodes that edges connect, with these edges, by their indexes in the whole graph.</summary>
internal sealed class ConnectedPart(int[] inner)
{
    public List<int> Nodes { get; } = [];

    /// <summary>Without edges of a node to itself.</summary>
    public List<int> Edges { get; } = [];

    public void Add(int node)
    {
        inner[node] = Nodes.Count;
        Nodes.Add(node);
    }

    /// <summary>An edge by the indexes of its nodes in this part.</summary>
    public (int From, int To) Inner((int From, int To) edge, bool isBack) =>
        isBack ? (inner[edge.To], inner[edge.From]) : (inner[edge.From], inner[edge.To]);
}

/// <summary>The connected parts of a graph, in the order of their first nodes.</summary>
internal static class ConnectedParts
{
    public static IReadOnlyList<ConnectedPart> Of(int nodeCount, IReadOnlyList<(int From, int To)> edges)
    {
        var roots = new int[nodeCount];
        for (var node = 0; node < nodeCount; node++) roots[node] = node;
        foreach (var (from, to) in edges)
        {
            var (one, other) = (Root(from), Root(to));
            if (one < other) roots[other] = one;
            else roots[one] = other;
        }

        var inner = new int[nodeCount];
        var byRoot = new Dictionary<int, ConnectedPart>();
        var parts = new List<ConnectedPart>();
        for (var node = 0; node < nodeCount; node++)
        {
            var root = Root(node);
            if (!byRoot.TryGetValue(root, out var part))
            {
                byRoot[root] = part = new ConnectedPart(inner);
                parts.Add(part);
            }

            part.Add(node);
        }

        for (var i = 0; i < edges.Count; i++)
        {
            if (edges[i].From != edges[i].To) byRoot[Root(edges[i].From)].Edges.Add(i);
        }

        return parts;

        int Root(int node)
        {
            while (roots[node] != node) node = roots[node] = roots[roots[node]];
            return node;
        }
    }
}
