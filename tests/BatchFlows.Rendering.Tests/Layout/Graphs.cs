using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;

namespace BatchFlows.Rendering.Tests;

/// <summary>Graphs to lay out.</summary>
internal static class Graphs
{
    /// <summary>
    /// Any graph: cycles, edges of a node to itself, parts that are not connected, edges that occur twice.
    /// </summary>
    public static readonly Gen<(double[] Widths, (int From, int To)[] Edges)> Any =
        Gen.Double[20, 260].Array[1, 40].SelectMany(widths => Gen.Select(
            Gen.Select(Gen.Int[0, widths.Length - 1], Gen.Int[0, widths.Length - 1]).Array[0, 60],
            edges => (widths, edges)));

    /// <summary>A graph as flows are: most tasks follow one or two of those shortly before them.</summary>
    public static (int From, int To)[] Flow(int count, int seed = 7)
    {
        var random = new Random(seed);
        var window = 4 + (2 * (int)Math.Sqrt(count));
        var edges = new HashSet<(int, int)>();
        for (var i = 1; i < count; i++)
        {
            var before = random.Next(10) < 6 ? 1 : random.Next(10) < 8 ? 2 : 3;
            for (var j = 0; j < before; j++) edges.Add((Math.Max(0, i - 1 - random.Next(Math.Min(i, window))), i));
        }

        return [.. edges];
    }

    public static double[] Widths(int count) => [.. Enumerable.Repeat(150.0, count)];
}
