using System;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Rendering.Layout.Layering;

/// <summary>The layer of each node: behind all nodes before it, and so that the edges are short in sum.</summary>
internal static class Layers
{
    /// <param name="edges">Edges without cycles, which connect all nodes.</param>
    public static int[] Of(int nodeCount, IReadOnlyList<(int From, int To)> edges)
    {
        var (leaving, entering) = (new Adjacency(nodeCount, edges), new Adjacency(nodeCount, edges, entering: true));
        var layers = new int[nodeCount];
        foreach (var node in TopologicalOrder(nodeCount, leaving, entering))
        {
            for (var i = entering.Start(node); i < entering.End(node); i++)
                layers[node] = Math.Max(layers[node], layers[entering.Ends[i]] + 1);
        }

        if (nodeCount > 2) new TightTree(leaving, entering, layers).Shorten();
        var first = layers.Length == 0 ? 0 : layers.Min();
        return [.. layers.Select(layer => layer - first)];
    }

    private static int[] TopologicalOrder(int nodeCount, Adjacency leaving, Adjacency entering)
    {
        var waiting = Enumerable.Range(0, nodeCount).Select(entering.Count).ToArray();
        var order = new int[nodeCount];
        var count = 0;
        for (var node = 0; node < nodeCount; node++)
        {
            if (waiting[node] == 0) order[count++] = node;
        }

        for (var i = 0; i < count; i++)
        {
            for (var j = leaving.Start(order[i]); j < leaving.End(order[i]); j++)
            {
                if (--waiting[leaving.Ends[j]] == 0) order[count++] = leaving.Ends[j];
            }
        }

        return order;
    }
}
