using System;
using System.Linq;
using System.Threading.Tasks;

namespace BatchFlows.Rendering.Layout.Sorting;

/// <summary>Orders the nodes and points of each layer so that few edges cross.</summary>
internal static class Ordering
{
    private const int Starts = 4;

    /// <summary>
    /// The best order that several starts lead to; of equals the first, so that each run gives the same.
    /// </summary>
    public static int[][] Of(LayeredGraph graph)
    {
        var sweeps = new Sweeps[Starts];
        if (graph.Steps.Count == 0) return FirstOrder(graph, start: 0);
        Parallel.For(0, Starts, start => sweeps[start] = Sweeps.From(graph, FirstOrder(graph, start)));
        return sweeps.OrderBy(sweep => sweep.FewestCrossings).First().Best;
    }

    private static int[][] FirstOrder(LayeredGraph graph, int start)
    {
        var visited = new bool[graph.Layers.Length];
        var order = new int[graph.LayerCount][];
        var counts = new int[graph.LayerCount];
        foreach (var layer in graph.Layers) counts[layer]++;
        for (var layer = 0; layer < order.Length; layer++) order[layer] = new int[counts[layer]];
        Array.Clear(counts, 0, counts.Length);
        var isFromEnd = start >= Starts / 2;
        var isDeep = start % 2 == 0;
        var next = isFromEnd ? graph.Before : graph.After;
        var before = isFromEnd ? graph.After : graph.Before;
        var open = new int[graph.Layers.Length];
        var roots = Enumerable.Range(0, graph.NodeCount).Where(node => before.Count(node) == 0);
        if (isDeep) foreach (var root in roots) Visit([root]);
        else Visit([.. roots]);
        return order;

        // As a stack it goes along each path to its end, as a queue layer by layer.
        void Visit(int[] from)
        {
            var (first, end) = (0, 0);
            foreach (var item in from) Open(item);
            while (first < end)
            {
                var item = isDeep ? open[--end] : open[first++];
                order[graph.Layers[item]][counts[graph.Layers[item]]++] = item;
                if (isDeep) for (var i = next.End(item) - 1; i >= next.Start(item); i--) Open(next.Ends[i]);
                else for (var i = next.Start(item); i < next.End(item); i++) Open(next.Ends[i]);
            }

            void Open(int item)
            {
                if (visited[item]) return;
                visited[item] = true;
                open[end++] = item;
            }
        }
    }
}
