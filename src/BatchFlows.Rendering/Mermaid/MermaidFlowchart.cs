using System.Collections.Generic;
using System.Linq;
using System.Text;
using BatchFlows.Analysis.Diagrams;
using BatchFlows.Rendering.Layout;
using BatchFlows.Rendering.Texts;

namespace BatchFlows.Rendering.Mermaid;

/// <summary>Writes a diagram as a Mermaid flowchart.</summary>
internal static class MermaidFlowchart
{
    /// <summary>Lines and colours of marks, which are readable on a light and on a dark page.</summary>
    private static readonly Dictionary<DiagramMark, string> Styles = new()
    {
        [DiagramMark.Added] = "stroke:#009e73,stroke-width:3px",
        [DiagramMark.Removed] = "stroke:#d55e00,stroke-dasharray:7 4",
        [DiagramMark.Changed] = "stroke:#0072b2,stroke-width:2px",
        [DiagramMark.Success] = "stroke:#009e73,stroke-width:2px",
        [DiagramMark.Failed] = "stroke:#d55e00,stroke-width:4px",
        [DiagramMark.TimedOut] = "stroke:#e69f00,stroke-width:4px",
        [DiagramMark.Running] = "stroke:#0072b2,stroke-width:4px",
        [DiagramMark.Waiting] = "stroke:#b8a800,stroke-width:2px",
        [DiagramMark.NotStarted] = "stroke:#808080,stroke-dasharray:7 4",
        [DiagramMark.Skipped] = "stroke:#808080,stroke-dasharray:2 3",
        [DiagramMark.Cancelled] = "stroke:#cc79a7,stroke-width:2px",
        [DiagramMark.Broken] = "stroke:#d55e00,stroke-width:4px,stroke-dasharray:2 3",
        [DiagramMark.Circle] = "stroke:#e69f00,stroke-width:4px",
    };

    public static string Of(Diagram diagram)
    {
        var isBack = BackEdges.Of(diagram.Nodes.Count, [.. diagram.Edges.Select(edge => (edge.From, edge.To))]);
        var text = new StringBuilder();
        text.Append("---\ntitle: \"").Append(MermaidText.OfHead(diagram.Title)).Append("\"\n---\nflowchart LR\n");
        for (var i = 0; i < diagram.Nodes.Count; i++) text.Append($"  n{i}{Shape(diagram.Nodes[i])}\n");
        for (var i = 0; i < diagram.Edges.Count; i++)
        {
            var edge = diagram.Edges[i];
            text.Append($"  n{edge.From} {Arrow(edge.Mark, isBack[i])} n{edge.To}\n");
        }

        foreach (var same in diagram.Nodes.Select((node, i) => (node.Mark, Id: $"n{i}")).Where(
            node => node.Mark != DiagramMark.None).GroupBy(node => node.Mark).OrderBy(same => same.Key))
        {
            var name = same.Key.ToString().ToLowerInvariant();
            text.Append($"  classDef {name} {Styles[same.Key]}\n");
            text.Append($"  class {string.Join(",", same.Select(node => node.Id))} {name}\n");
        }

        return text.ToString();
    }

    private static string Shape(DiagramNode node)
    {
        var sign = MarkSigns.Of(node.Mark);
        var label = MermaidText.Of(sign.Length > 0 ? $"{sign} {node.Label}" : node.Label);
        var note = MermaidText.Of(DiagramDetails.Join(", ", StatusMarks.WordOf(node.Mark), node.Note));
        var text = note.Length > 0 ? $"\"{label}<br>{note}\"" : $"\"{label}\"";
        return node.Kind switch
        {
            DiagramNodeKind.Link => $"([{text}])",
            DiagramNodeKind.Missing => $"{{{{{text}}}}}",
            _ => $"[{text}]",
        };
    }

    private static string Arrow(DiagramMark mark, bool isBack) => mark switch
    {
        DiagramMark.Added => "==>|added|",
        DiagramMark.Removed => "-.->|removed|",
        DiagramMark.Broken => "-.->|broken link|",
        DiagramMark.Circle => "==>|circle|",
        _ => isBack ? "-.->|circle|" : "-->",
    };
}
