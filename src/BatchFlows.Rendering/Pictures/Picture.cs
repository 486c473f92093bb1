using System.Collections.Generic;
using BatchFlows.Analysis.Diagrams;
using BatchFlows.Rendering.Layout;

namespace BatchFlows.Rendering.Pictures;

/// <summary>Boxes and arrows with their places, in pixels, whatever draws them.</summary>
/// <param name="Note">What there is to say of the whole; may be empty.</param>
/// <param name="Things">What the boxes stand for, such as <c>tasks</c>.</param>
internal sealed record Picture(
    string Title, string Note, string Things, double Width, double Height, IReadOnlyList<PictureBox> Boxes,
    IReadOnlyList<PictureArrow> Arrows)
{
    /// <summary>How many boxes there are, such as <c>1 task</c>.</summary>
    public string Count => DefinitionDiagram.CountOf(Boxes.Count, Things.TrimEnd('s'));

    /// <summary>Vertical lines with a label above, such as those of a time axis.</summary>
    public IReadOnlyList<(double X, string Label)> Rules { get; init; } = [];

    /// <summary>Labels beside the boxes, at their left.</summary>
    public IReadOnlyList<(double X, double Y, string Text, string Full, bool IsHeading)> Texts { get; init; } = [];
}

/// <summary>A box with its texts.</summary>
/// <param name="Name">The whole name.</param>
/// <param name="Label">The name as it has room in the box.</param>
/// <param name="Note">The second line as it has room in the box; may be empty.</param>
internal sealed record PictureBox(
    Box Place, string Name, string Label, string Note, DiagramNodeKind Kind, DiagramMark Mark)
{
    /// <summary>What a tooltip and a list say, beside the name.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>How far from the left the box is lighter, because there it waited.</summary>
    public double Waiting { get; init; }

    /// <summary>True for what made the whole as long as it was.</summary>
    public bool IsCritical { get; init; }

    /// <summary>True for a bar, whose texts stand beside it.</summary>
    public bool IsBar { get; init; }
}

/// <summary>An arrow from one box to another.</summary>
internal sealed record PictureArrow(int From, int To, Route Route, DiagramMark Mark);
