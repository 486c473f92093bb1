using System.Collections.Generic;

namespace BatchFlows.Rendering.Layout;

/// <summary>Where the nodes of a graph are drawn, from left to right, and how its edges run.</summary>
/// <param name="Nodes">The box of each node.</param>
/// <param name="Routes">The way of each edge, in the direction of the edge.</param>
internal sealed record PlacedGraph(
    double Width, double Height, IReadOnlyList<Box> Nodes, IReadOnlyList<Route> Routes);

/// <summary>A rectangle by its upper left corner and its size.</summary>
internal readonly record struct Box(double X, double Y, double Width, double Height);

/// <summary>The way of an edge.</summary>
/// <param name="Points">
/// Horizontal pieces, each by its two ends; between them the edge bends through a gap between layers.
/// </param>
/// <param name="IsBack">True for an edge that closes a cycle, and runs against the others.</param>
internal sealed record Route(IReadOnlyList<(double X, double Y)> Points, bool IsBack);
