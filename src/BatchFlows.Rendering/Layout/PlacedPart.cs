using System;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Rendering.Layout;

/// <summary>A connected part with its own origin. All nodes of a layer are as wide as the widest.</summary>
internal sealed record PlacedPart(
    double Width, double Height, IReadOnlyList<Box> Nodes, IReadOnlyList<(double X, double Y)[]> Routes)
{
    private const double LeastBend = 48;
    private const double MostBend = 240;

    public static PlacedPart Of(
        LayeredGraph graph, IReadOnlyList<double> widths, double height, double gap, double[] centres)
    {
        var columns = ColumnsOf(graph, widths, centres);
        var boxes = new Box[graph.NodeCount];
        for (var i = 0; i < boxes.Length; i++)
        {
            var (x, width) = columns[graph.Layers[i]];
            boxes[i] = new Box(x, centres[i] - (height / 2), width, height);
        }

        var routes = new (double X, double Y)[graph.Chains.Length][];
        foreach (var (from, to, edge) in EndsOf(graph)) routes[edge] = RouteOf(graph, columns, centres, from, to, edge);
        var last = columns[columns.Length - 1];
        var bottom = centres.Select((centre, i) => centre + (graph.IsPoint(i) ? gap / 2 : height / 2)).Max();
        return new PlacedPart(last.X + last.Width, bottom, boxes, routes);
    }

    /// <summary>Where each layer lies. Steep edges get more room to bend.</summary>
    private static (double X, double Width)[] ColumnsOf(
        LayeredGraph graph, IReadOnlyList<double> widths, double[] centres)
    {
        var columns = new (double X, double Width)[graph.LayerCount];
        for (var i = 0; i < graph.NodeCount; i++)
            columns[graph.Layers[i]].Width = Math.Max(columns[graph.Layers[i]].Width, widths[i]);
        var steepest = new double[graph.LayerCount];
        foreach (var (from, to) in graph.Steps)
        {
            var layer = graph.Layers[from];
            steepest[layer] = Math.Max(steepest[layer], Math.Abs(centres[to] - centres[from]));
        }

        for (var layer = 1; layer < columns.Length; layer++)
        {
            var (x, width) = columns[layer - 1];
            columns[layer].X = x + width + Math.Min(MostBend, LeastBend + (steepest[layer - 1] / 8));
        }

        return columns;
    }

    /// <summary>The nodes at the ends of each edge, from its first and its last step.</summary>
    private static IEnumerable<(int From, int To, int Edge)> EndsOf(LayeredGraph graph)
    {
        var step = 0;
        for (var edge = 0; edge < graph.Chains.Length; edge++)
        {
            var from = graph.Steps[step].From;
            step += graph.Chains[edge].Count;
            yield return (from, graph.Steps[step++].To, edge);
        }
    }

    private static (double X, double Y)[] RouteOf(
        LayeredGraph graph, (double X, double Width)[] columns, double[] centres, int from, int to, int edge)
    {
        var (first, count) = graph.Chains[edge];
        var points = new List<(double X, double Y)> { (Right(from), centres[from]) };
        for (var point = first; point < first + count; point++)
        {
            points.Add((columns[graph.Layers[point]].X, centres[point]));
            points.Add((Right(point), centres[point]));
        }

        points.Add((columns[graph.Layers[to]].X, centres[to]));
        return [.. points];

        double Right(int item) => columns[graph.Layers[item]].X + columns[graph.Layers[item]].Width;
    }
}
