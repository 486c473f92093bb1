using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Diagrams;
using BatchFlows.Rendering.Layout;
using BatchFlows.Rendering.Texts;

namespace BatchFlows.Rendering.Pictures;

/// <summary>Places the nodes of a diagram as boxes that hold their texts.</summary>
internal static class GraphPicture
{
    private const double Height = 44;
    private const double Gap = 18;
    private const double LeastWidth = 96;
    private const double MostText = 220;
    private const double RightPadding = 15;

    public static Picture Of(Diagram diagram)
    {
        var boxes = diagram.Nodes.Select(BoxOf).ToArray();
        var edges = diagram.Edges.Select(edge => (edge.From, edge.To)).ToArray();
        var placed = GraphLayout.Of([.. boxes.Select(box => box.Place.Width)], Height, edges, Gap);
        var isOfFlows = diagram.Nodes.Any(node => node.Kind == DiagramNodeKind.Flow)
            && diagram.Nodes.All(node => node.Kind is DiagramNodeKind.Flow or DiagramNodeKind.Missing);
        return new Picture(
            diagram.Title, diagram.Note, isOfFlows ? "flows" : "tasks", placed.Width, placed.Height,
            [.. boxes.Select((box, i) => box with { Place = placed.Nodes[i] })],
            [.. diagram.Edges.Select((edge, i) =>
                new PictureArrow(edge.From, edge.To, placed.Routes[i], edge.Mark))]);
    }

    private static PictureBox BoxOf(DiagramNode node)
    {
        var note = DiagramDetails.Join(", ", StatusMarks.WordOf(node.Mark), node.Note);
        var label = LabelWidth.Shorten(node.Label, FontSizes.Label, MostText);
        var shown = LabelWidth.Shorten(note, FontSizes.Note, MostText);
        var text = Math.Max(LabelWidth.Of(label, FontSizes.Label), LabelWidth.Of(shown, FontSizes.Note));
        var width = Math.Max(LeastWidth, text + BoxSigns.Room(node.Kind, node.Mark) + RightPadding);
        IEnumerable<string> details = note.Length > 0 && !node.Details.Contains($"status: {note}")
            ? [note, .. node.Details]
            : node.Details;
        return new PictureBox(new Box(0, 0, width, Height), node.Label, label, shown, node.Kind, node.Mark)
        {
            Details = [.. details.Distinct()],
        };
    }
}
