using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Rendering.Layout.Layering;
using BatchFlows.Rendering.Layout.Sorting;

namespace BatchFlows.Rendering.Layout;

/// <summary>
/// Lays out a graph in layers from left to right: no two nodes overlap, and no edge runs through a node. The same graph
/// always gets the same layout.
/// </summary>
internal static class GraphLayout
{
    /// <param name="widths">The width of each node.</param>
    /// <param name="height">The height of all nodes.</param>
    /// <param name="edges">The edges, by indexes of nodes. Cycles and edges to the node itself are allowed.</param>
    /// <param name="gap">Least distance between nodes, and between parts that are not connected.</param>
    public static PlacedGraph Of(
        IReadOnlyList<double> widths, double height, IReadOnlyList<(int From, int To)> edges, double gap)
    {
        var isBack = BackEdges.Of(widths.Count, edges);
        var parts = ConnectedParts.Of(widths.Count, edges);
        var places = new PlacedPart[parts.Count];
        for (var i = 0; i < parts.Count; i++) places[i] = Place(parts[i], widths, height, edges, isBack, gap);
        var corners = Shelves.Of([.. places.Select(part => (part.Width, part.Height))], gap);
        return Assemble(widths.Count, edges, isBack, parts, places, corners);
    }

    private static PlacedPart Place(
        ConnectedPart part, IReadOnlyList<double> widths, double height, IReadOnlyList<(int From, int To)> edges,
        bool[] isBack, double gap)
    {
        // Edges that lead back are laid out the other way round; those of a node to itself are not laid out.
        var inner = part.Edges.Select(edge => part.Inner(edges[edge], isBack[edge])).ToArray();
        var layers = Layers.Of(part.Nodes.Count, inner);
        var graph = new LayeredGraph(layers, inner);
        var order = Ordering.Of(graph);
        var centres = Coordinates.Of(graph, order, height, gap);
        return PlacedPart.Of(graph, [.. part.Nodes.Select(node => widths[node])], height, gap, centres);
    }

    private static PlacedGraph Assemble(
        int nodeCount, IReadOnlyList<(int From, int To)> edges, bool[] isBack, IReadOnlyList<ConnectedPart> parts,
        PlacedPart[] places, IReadOnlyList<(double X, double Y)> corners)
    {
        var boxes = new Box[nodeCount];
        var routes = new Route[edges.Count];
        var (width, height) = (0.0, 0.0);
        for (var i = 0; i < parts.Count; i++)
        {
            var (x, y) = corners[i];
            width = Math.Max(width, x + places[i].Width);
            height = Math.Max(height, y + places[i].Height);
            for (var j = 0; j < parts[i].Nodes.Count; j++)
            {
                var box = places[i].Nodes[j];
                boxes[parts[i].Nodes[j]] = box with { X = box.X + x, Y = box.Y + y };
            }

            for (var j = 0; j < parts[i].Edges.Count; j++)
            {
                var edge = parts[i].Edges[j];
                var points = places[i].Routes[j].Select(point => (point.X + x, point.Y + y)).ToArray();
                if (isBack[edge]) Array.Reverse(points);
                routes[edge] = new Route(points, isBack[edge]);
            }
        }

        for (var i = 0; i < routes.Length; i++) routes[i] ??= new Route([], isBack[i]);
        return new PlacedGraph(width, height, boxes, routes);
    }
}
