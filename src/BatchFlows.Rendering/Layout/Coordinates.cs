using System;

namespace BatchFlows.Rendering.Layout;

/// <summary>
/// Places the nodes and points of each layer: as near to their neighbours as the order and the gaps allow, which is an
/// isotonic regression per layer.
/// </summary>
internal sealed class Coordinates
{
    private const int Rounds = 10;
    private const double PointHeight = 8;

    private readonly LayeredGraph _graph;
    private readonly int[][] _order;
    private readonly double[] _centres;
    private readonly double _height;
    private readonly double _gap;

    private Coordinates(LayeredGraph graph, int[][] order, double height, double gap)
    {
        (_graph, _order, _height, _gap) = (graph, order, height, gap);
        _centres = new double[graph.Layers.Length];
    }

    /// <param name="height">Height of each node.</param>
    /// <param name="gap">Least distance between two nodes of a layer.</param>
    /// <returns>The centre of each node and point, across the layers; the least edge is 0.</returns>
    public static double[] Of(LayeredGraph graph, int[][] order, double height, double gap)
    {
        var coordinates = new Coordinates(graph, order, height, gap);
        coordinates.Run();
        return coordinates._centres;
    }

    private void Run()
    {
        foreach (var layer in _order)
        {
            var at = 0.0;
            for (var i = 0; i < layer.Length; i++)
                _centres[layer[i]] = at += i == 0 ? 0 : Distance(layer[i - 1], layer[i]);
            foreach (var item in layer) _centres[item] -= at / 2;
        }

        for (var round = 0; round < Rounds; round++)
        {
            for (var layer = 1; layer < _order.Length; layer++) Place(_order[layer], round < Rounds - 2, before: true);
            for (var layer = _order.Length - 2; layer >= 0; layer--)
                Place(_order[layer], round < Rounds - 2, before: false);
        }

        var least = double.MaxValue;
        for (var i = 0; i < _centres.Length; i++) least = Math.Min(least, _centres[i] - (HeightOf(i) / 2));
        for (var i = 0; i < _centres.Length; i++) _centres[i] -= least;
    }

    private double HeightOf(int item) => _graph.IsPoint(item) ? PointHeight : _height;

    private double Distance(int one, int next) =>
        ((HeightOf(one) + HeightOf(next)) / 2) + (_graph.IsPoint(one) && _graph.IsPoint(next) ? _gap / 2 : _gap);

    /// <param name="isOneSided">True to look at one side only, false for the mean of both.</param>
    private void Place(int[] layer, bool isOneSided, bool before)
    {
        // Less the distances, the wish is for values that never fall: neighbours that would are merged to their mean.
        var (means, weights, counts) = (new double[layer.Length], new double[layer.Length], new int[layer.Length]);
        var (blocks, offset) = (0, 0.0);
        for (var i = 0; i < layer.Length; i++)
        {
            if (i > 0) offset += Distance(layer[i - 1], layer[i]);
            var (wish, weight) = Wish(layer[i], isOneSided, before);
            (means[blocks], weights[blocks], counts[blocks]) = (wish - offset, weight, 1);
            while (blocks > 0 && means[blocks - 1] > means[blocks])
            {
                var sum = weights[blocks - 1] + weights[blocks];
                means[blocks - 1] =
                    ((means[blocks - 1] * weights[blocks - 1]) + (means[blocks] * weights[blocks])) / sum;
                weights[blocks - 1] = sum;
                counts[blocks - 1] += counts[blocks];
                blocks--;
            }

            blocks++;
        }

        offset = 0;
        for (int block = 0, i = 0; block < blocks; block++)
        {
            for (var end = i + counts[block]; i < end; i++)
            {
                if (i > 0) offset += Distance(layer[i - 1], layer[i]);
                _centres[layer[i]] = means[block] + offset;
            }
        }
    }

    private (double Wish, double Weight) Wish(int item, bool isOneSided, bool before)
    {
        var (sum, weight) = (0.0, 0.0);
        if (before || !isOneSided) Add(_graph.Before);
        if (!before || !isOneSided) Add(_graph.After);
        return weight > 0 ? (sum / weight, weight) : (_centres[item], 0.01);

        void Add(Adjacency side)
        {
            for (var i = side.Start(item); i < side.End(item); i++)
            {
                var other = side.Ends[i];
                // Long edges are to be straight.
                var one = _graph.IsPoint(item) ? _graph.IsPoint(other) ? 8 : 2 : _graph.IsPoint(other) ? 2 : 1;
                sum += one * _centres[other];
                weight += one;
            }
        }
    }
}
