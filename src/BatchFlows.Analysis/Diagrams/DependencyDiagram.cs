using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Graphs;

namespace BatchFlows.Analysis.Diagrams;

/// <summary>Draws which flow waits for which, with circles marked.</summary>
internal static class DependencyDiagram
{
    /// <summary>
    /// Draws the links of definitions. A flow of which only one task is waited for is waited for as well.
    /// </summary>
    public static Diagram Of(IReadOnlyCollection<FlowDefinition> flows) => Of(
        "Dependencies",
        flows.Select(flow => (flow.FlowName ?? "", flow.Schedule)),
        flows.SelectMany(flow => flow.FlowLinks.Cast<Link>().Concat(flow.TaskLinks)
            .Select(link => (flow.FlowName ?? "", link.SourceFlowName ?? ""))));

    /// <param name="title">Name of the whole.</param>
    /// <param name="flows">Names of the flows that are known, with what to write beside them.</param>
    /// <param name="dependencies">A flow and one that it waits for, which may be unknown.</param>
    public static Diagram Of(
        string title, IEnumerable<(string Flow, string Note)> flows,
        IEnumerable<(string Flow, string Upstream)> dependencies)
    {
        var builder = new DiagramBuilder();
        foreach (var (flow, note) in flows)
            builder.Add(flow, new DiagramNode(flow, DiagramNodeKind.Flow) { Note = note });
        foreach (var (flow, upstream) in dependencies)
            builder.Connect(Find(upstream), Find(flow));
        return WithCircles(builder.Build(title, DefinitionDiagram.CountOf(builder.Count, "flow")));

        int Find(string name)
        {
            if (!builder.Has(name))
                builder.Add(name, new DiagramNode(name, DiagramNodeKind.Missing) { Note = "not among these flows" });
            return builder.Find(name, name);
        }
    }

    private static Diagram WithCircles(Diagram diagram)
    {
        var components = Components.In(
            new Digraph(diagram.Nodes.Count, [.. diagram.Edges.Select(edge => (edge.From, edge.To))]));
        var circles = diagram.Edges.Where(edge => components.Of(edge.From) == components.Of(edge.To)).ToArray();
        var inCircle = new HashSet<int>(circles.Select(edge => edge.To));
        return circles.Length == 0 ? diagram : diagram with
        {
            Nodes = [.. diagram.Nodes.Select((node, i) =>
                inCircle.Contains(i) ? node with { Mark = DiagramMark.Circle } : node)],
            Edges = [.. diagram.Edges.Select(edge => components.Of(edge.From) == components.Of(edge.To)
                ? edge with { Mark = DiagramMark.Circle }
                : edge)],
        };
    }
}
