using System;

namespace BatchFlows.Rendering.Layout.Sorting;

/// <summary>Lets neighbours of a layer change places where fewer edges cross then.</summary>
internal sealed class Transposition(LayeredGraph graph, int[] places)
{
    private const int MostPasses = 3;

    private readonly int[][] _sorted = [new int[16], new int[16]];

    public void Run(int[][] order)
    {
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var hasChanged = false;
            foreach (var layer in order) hasChanged |= Run(layer);
            if (!hasChanged) return;
        }
    }

    private bool Run(int[] layer)
    {
        var hasChanged = false;
        for (var i = 0; i + 1 < layer.Length; i++)
        {
            var (one, next) = (layer[i], layer[i + 1]);
            if (Gain(one, next, graph.Before) + Gain(one, next, graph.After) <= 0) continue;
            (layer[i], layer[i + 1]) = (next, one);
            (places[next], places[one]) = (i, i + 1);
            hasChanged = true;
        }

        return hasChanged;
    }

    /// <summary>How many crossings fewer there are on one side when the two change places.</summary>
    private int Gain(int one, int next, Adjacency side)
    {
        var (ones, nexts) = (Sorted(one, side, 0), Sorted(next, side, 1));
        var (countOne, countNext) = (side.Count(one), side.Count(next));
        var gain = 0;
        for (int i = 0, below = 0, upTo = 0; i < countOne; i++)
        {
            while (below < countNext && nexts[below] < ones[i]) below++;
            while (upTo < countNext && nexts[upTo] <= ones[i]) upTo++;
            gain += below - (countNext - upTo); // crossings now, less those after the change
        }

        return gain;
    }

    private int[] Sorted(int item, Adjacency side, int buffer)
    {
        var count = side.Count(item);
        if (_sorted[buffer].Length < count) _sorted[buffer] = new int[count * 2];
        var sorted = _sorted[buffer];
        for (var i = 0; i < count; i++)
        {
            var place = places[side.Ends[side.Start(item) + i]];
            if (count > 12) sorted[i] = place;
            else Insert(sorted, i, place);
        }

        if (count > 12) Array.Sort(sorted, 0, count);
        return sorted;
    }

    private static void Insert(int[] sorted, int count, int place)
    {
        while (count > 0 && sorted[count - 1] > place)
        {
            sorted[count] = sorted[count - 1];
            count--;
        }

        sorted[count] = place;
    }
}
