using System.Collections.Generic;

namespace BatchFlows.Analysis.Diagrams;

/// <summary>What a picture shows: nodes, and edges between them.</summary>
/// <param name="Title">Name of the whole.</param>
internal sealed record Diagram(
    string Title, IReadOnlyList<DiagramNode> Nodes, IReadOnlyList<DiagramEdge> Edges)
{
    /// <summary>What there is to say of the whole, such as its schedule; may be empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>The state of the whole, which the note names; none for a definition.</summary>
    public DiagramMark Mark { get; init; }
}

/// <summary>One box of a picture.</summary>
/// <param name="Label">Its name, as one line without characters that could do harm.</param>
internal sealed record DiagramNode(string Label, DiagramNodeKind Kind)
{
    public DiagramMark Mark { get; init; }

    /// <summary>What stands beside the name, such as a duration; may be empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>Lines for a reader who wants to know more, such as <c>timeout: 300</c>.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];
}

/// <summary>An arrow of a picture: one node follows another.</summary>
/// <param name="From">Index of the node that comes before.</param>
/// <param name="To">Index of the node that follows.</param>
internal sealed record DiagramEdge(int From, int To, DiagramMark Mark = DiagramMark.None);
