using BatchFlows.Analysis.Diagrams;
using BatchFlows.Rendering.Texts;

namespace BatchFlows.Rendering.Pictures;

/// <summary>The sign at the left of a box, and the room that it takes.</summary>
internal static class BoxSigns
{
    public const double Padding = 12;
    private const double SignRoom = 30;

    public static string Of(DiagramNodeKind kind, DiagramMark mark) => mark != DiagramMark.None ? MarkSigns.Of(mark)
        : kind == DiagramNodeKind.Link ? "\u2192"
        : kind == DiagramNodeKind.Missing ? "?"
        : "";

    /// <summary>Where the texts begin.</summary>
    public static double Room(DiagramNodeKind kind, DiagramMark mark) => Of(kind, mark).Length > 0 ? SignRoom : Padding;
}
