using System.Linq;
using System.Text;
using BatchFlows.Analysis.Diagrams;
using BatchFlows.Rendering.Texts;

namespace BatchFlows.Rendering.Dot;

/// <summary>Writes a diagram in the language of Graphviz.</summary>
internal static class DotGraph
{
    public static string Of(Diagram diagram)
    {
        var text = new StringBuilder();
        text.Append("digraph ").Append(Quoted(diagram.Title)).Append(" {\n")
            .Append("  graph [rankdir=LR, labelloc=t, label=")
            .Append(Quoted(DiagramDetails.Join(", ", diagram.Title, diagram.Note))).Append("];\n")
            .Append("  node [shape=box, fontname=\"sans-serif\"];\n");
        for (var i = 0; i < diagram.Nodes.Count; i++) text.Append($"  n{i} [{Attributes(diagram.Nodes[i])}];\n");
        foreach (var edge in diagram.Edges) text.Append($"  n{edge.From} -> n{edge.To}{Attributes(edge.Mark)};\n");
        return text.Append("}\n").ToString();
    }

    private static string Attributes(DiagramNode node)
    {
        var sign = MarkSigns.Of(node.Mark);
        var note = DiagramDetails.Join(", ", StatusMarks.WordOf(node.Mark), node.Note);
        var label = sign.Length > 0 ? $"{sign} {node.Label}" : node.Label;
        var lines = new[] { label, note }.Where(line => line.Length > 0);
        var tooltip = string.Join("\n", new[] { node.Label, note }.Concat(node.Details));
        return $"label={Quoted(string.Join("\n", lines))}, tooltip={Quoted(tooltip)}{StyleOf(node)}";
    }

    private static string StyleOf(DiagramNode node) => node.Mark switch
    {
        DiagramMark.Success or DiagramMark.Added => ", color=\"#007a55\", penwidth=2",
        DiagramMark.Failed => ", color=\"#b23a00\", penwidth=4",
        DiagramMark.Removed => ", color=\"#b23a00\", style=dashed",
        DiagramMark.Broken => ", color=\"#b23a00\", style=dotted, penwidth=4",
        DiagramMark.TimedOut or DiagramMark.Circle => ", color=\"#8a5200\", penwidth=4",
        DiagramMark.Running or DiagramMark.Changed => ", color=\"#0a5fa8\", penwidth=3",
        DiagramMark.Waiting => ", color=\"#6b5c00\", penwidth=2",
        DiagramMark.NotStarted or DiagramMark.Skipped => ", color=\"#57606a\", style=dashed",
        DiagramMark.Cancelled => ", color=\"#8b3a70\", penwidth=2",
        _ => node.Kind is DiagramNodeKind.Link or DiagramNodeKind.Missing ? ", style=dotted" : "",
    };

    private static string Attributes(DiagramMark mark) => mark switch
    {
        DiagramMark.Added => " [color=\"#007a55\", penwidth=3, label=\"added\"]",
        DiagramMark.Removed => " [color=\"#b23a00\", style=dashed, label=\"removed\"]",
        DiagramMark.Broken => " [color=\"#b23a00\", style=dotted, penwidth=3, label=\"broken link\"]",
        DiagramMark.Circle => " [color=\"#8a5200\", penwidth=3, label=\"circle\"]",
        _ => "",
    };

    /// <summary>In labels, Graphviz reads escapes after a backslash, and entities of HTML.</summary>
    private static string Quoted(string text) => "\"" + CleanText.Of(text)
        .Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("&", "&amp;").Replace("\r", " ").Replace("\t", " ")
        .Replace("\n", "\\n") + "\"";
}
