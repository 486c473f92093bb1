using System;

namespace BatchFlows.Rendering.Layout.Sorting;

/// <summary>Counts how often edges between layers cross.</summary>
internal sealed class Crossings(LayeredGraph graph)
{
    private readonly int[] _tree = new int[graph.Layers.Length + 1];
    private int[] _ends = new int[16];

    /// <param name="order">The nodes and points of each layer.</param>
    /// <param name="places">The place of each in its layer.</param>
    public long Count(int[][] order, int[] places)
    {
        var sum = 0L;
        for (var layer = 0; layer + 1 < order.Length; layer++)
            sum += CountBetween(order[layer], order[layer + 1], places);
        return sum;
    }

    /// <summary>
    /// Edges in the order of their starts: each crosses those before it whose ends lie behind its own, which a tree of
    /// sums counts.
    /// </summary>
    private long CountBetween(int[] one, int[] next, int[] places)
    {
        var size = next.Length;
        Array.Clear(_tree, 0, size + 1);
        var (sum, seen) = (0L, 0);
        foreach (var from in one)
        {
            var (start, end) = (graph.After.Start(from), graph.After.End(from));
            var count = end - start;
            if (_ends.Length < count) _ends = new int[count * 2];
            for (var i = 0; i < count; i++) _ends[i] = places[graph.After.Ends[start + i]];
            for (var i = 0; i < count; i++)
            {
                sum += seen;
                for (var at = _ends[i] + 1; at > 0; at -= at & -at) sum -= _tree[at];
            }

            for (var i = 0; i < count; i++)
            {
                for (var at = _ends[i] + 1; at <= size; at += at & -at) _tree[at]++;
            }

            seen += count;
        }

        return sum;
    }
}
