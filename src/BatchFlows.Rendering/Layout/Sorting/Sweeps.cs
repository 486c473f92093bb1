using System;
using System.Linq;

namespace BatchFlows.Rendering.Layout.Sorting;

/// <summary>
/// Improves an order: layer by layer, forwards and backwards, each node goes to the median or the mean of its
/// neighbours in the layer before, then neighbours change places where that removes crossings.
/// </summary>
internal sealed class Sweeps
{
    private const int MostSweeps = 16;
    private const int LeastSweeps = 5;
    private const int Work = 60_000;
    private const int MostInVain = 4;

    private readonly LayeredGraph _graph;
    private readonly int[][] _order;
    private readonly int[] _places;
    private readonly double[] _keys;
    private readonly int[] _moving;
    private readonly Crossings _crossings;
    private readonly Transposition _transposition;

    private Sweeps(LayeredGraph graph, int[][] order)
    {
        _graph = graph;
        _order = order;
        _places = new int[graph.Layers.Length];
        var widest = order.Max(layer => layer.Length);
        (_keys, _moving) = (new double[widest], new int[widest]);
        _crossings = new Crossings(graph);
        _transposition = new Transposition(graph, _places);
        foreach (var layer in order) Place(layer);
        Best = Copy();
        FewestCrossings = _crossings.Count(order, _places);
    }

    public int[][] Best { get; private set; }

    public long FewestCrossings { get; private set; }

    public static Sweeps From(LayeredGraph graph, int[][] order)
    {
        var sweeps = new Sweeps(graph, order);
        sweeps.Run(Math.Min(MostSweeps, Math.Max(LeastSweeps, Work / Math.Max(1, graph.Layers.Length))));
        return sweeps;
    }

    private void Run(int count)
    {
        for (int i = 0, inVain = 0; i < count && inVain < MostInVain && FewestCrossings > 0; i++, inVain++)
        {
            var isMedian = i % 4 < 2;
            if (i % 2 == 0) for (var layer = 1; layer < _order.Length; layer++) Sort(layer, _graph.Before, isMedian, i);
            else for (var layer = _order.Length - 2; layer >= 0; layer--) Sort(layer, _graph.After, isMedian, i);
            _transposition.Run(_order);
            var crossings = _crossings.Count(_order, _places);
            if (crossings >= FewestCrossings) continue;
            (FewestCrossings, Best, inVain) = (crossings, Copy(), -1);
        }
    }

    /// <summary>
    /// Those without neighbours on the fixed side keep their places; the others change places by theirs.
    /// </summary>
    private void Sort(int layer, Adjacency fixedSide, bool isMedian, int sweep)
    {
        var items = _order[layer];
        var (keys, moving, count) = (_keys, _moving, 0);
        for (var i = 0; i < items.Length; i++)
        {
            var item = items[i];
            if (fixedSide.Count(item) == 0) continue;
            // A small part of the place keeps equals in their order, or turns it, which leads to other orders.
            var tie = i * (sweep % 8 < 4 ? 1e-7 : -1e-7);
            keys[count] = (isMedian ? Median(item, fixedSide) : Mean(item, fixedSide)) + tie;
            moving[count++] = item;
        }

        Array.Sort(keys, moving, 0, count);
        for (int i = 0, next = 0; i < items.Length; i++)
        {
            if (fixedSide.Count(items[i]) > 0) items[i] = moving[next++];
        }

        Place(items);
    }

    private double Mean(int item, Adjacency side)
    {
        var sum = 0.0;
        for (var i = side.Start(item); i < side.End(item); i++) sum += _places[side.Ends[i]];
        return sum / side.Count(item);
    }

    private double Median(int item, Adjacency side)
    {
        var (start, count) = (side.Start(item), side.Count(item));
        if (count == 1) return _places[side.Ends[start]];
        if (count == 2) return (_places[side.Ends[start]] + _places[side.Ends[start + 1]]) / 2.0;
        var places = new int[count];
        for (var i = 0; i < count; i++) places[i] = _places[side.Ends[start + i]];
        Array.Sort(places);
        if (count % 2 == 1) return places[count / 2];
        // Between the two in the middle, nearer to the side on which the others are closer together.
        var (left, right) = (places[(count / 2) - 1], places[count / 2]);
        var (below, above) = (left - places[0], places[count - 1] - right);
        return below + above == 0 ? (left + right) / 2.0 : ((left * above) + (right * below)) / (double)(below + above);
    }

    private void Place(int[] layer)
    {
        for (var i = 0; i < layer.Length; i++) _places[layer[i]] = i;
    }

    private int[][] Copy() => Array.ConvertAll(_order, layer => (int[])layer.Clone());
}
