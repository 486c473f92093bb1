using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Comparison;

namespace BatchFlows.Analysis.Diagrams;

/// <summary>Draws a comparison: what both versions of a flow have, with what was added, removed and changed.</summary>
internal static class ComparisonDiagram
{
    private static readonly DefinitionParts Nothing = new([], []);

    public static Diagram Of(FlowPair pair)
    {
        var (reference, difference) = (pair.Reference?.Definition, pair.Difference?.Definition);
        var (before, after) = (PartsOf(reference), PartsOf(difference));
        var changes = pair.Differences().Where(change => change.TaskName is not null)
            .ToLookup(change => $"task {change.TaskName}");
        var builder = new DiagramBuilder();
        var (known, kept) = (KeysOf(before), KeysOf(after));
        foreach (var (key, node) in after.Nodes)
            builder.Add(key, known.Contains(key) ? Changed(node, changes[key]) : Marked(node, DiagramMark.Added));
        foreach (var (key, node) in before.Nodes.Where(part => !kept.Contains(part.Key)))
            builder.Add(key, Marked(node, DiagramMark.Removed));
        Connect(builder, after.Edges, [.. before.Edges], DiagramMark.Added);
        Connect(builder, before.Edges, [.. after.Edges], DiagramMark.Removed);
        return builder.Build((difference ?? reference)!.FlowName, NoteOf(pair));
    }

    private static DefinitionParts PartsOf(FlowDefinition? flow) => flow is null ? Nothing : DefinitionParts.Of(flow);

    private static HashSet<string> KeysOf(DefinitionParts parts) => [.. parts.Nodes.Select(part => part.Key)];

    private static void Connect(
        DiagramBuilder builder,
        IEnumerable<((string Key, string Name) From, (string Key, string Name) To)> edges,
        HashSet<((string Key, string Name) From, (string Key, string Name) To)> others, DiagramMark mark)
    {
        foreach (var edge in edges)
        {
            var (from, to) = (builder.Find(edge.From.Key, edge.From.Name), builder.Find(edge.To.Key, edge.To.Name));
            builder.Connect(from, to, others.Contains(edge) ? DiagramMark.None : mark);
        }
    }

    private static DiagramNode Changed(DiagramNode node, IEnumerable<FlowDifference> changes)
    {
        var fields = changes.Select(change => change.Field).Distinct().ToArray();
        return fields.Length == 0 ? node : node with
        {
            Mark = DiagramMark.Changed,
            Note = DiagramBuilder.Shown(string.Join(", ", fields)),
            Details = [.. changes.Select(TextOf)],
        };
    }

    private static DiagramNode Marked(DiagramNode node, DiagramMark mark) => node with { Mark = mark };

    private static string NoteOf(FlowPair pair) => pair.Reference is null ? "added flow"
        : pair.Difference is null ? "removed flow"
        : DiagramBuilder.Shown(string.Join(
            "; ",
            pair.Differences().Where(change => change.TaskName is null && change.Field.IndexOf('[') < 0
                && change.Field is not ("Relations" or "FlowLinks" or "TaskLinks" or "LinkRelations"))
                .Select(TextOf).DefaultIfEmpty("comparison")));

    private static string TextOf(FlowDifference change) =>
        change.Field.StartsWith("Command", StringComparison.Ordinal)
        || change.Field.StartsWith("Parameters", StringComparison.Ordinal)
            ? DiagramBuilder.Shown($"{change.Field}: {change.Change.ToString().ToLowerInvariant()}")
            : DiagramBuilder.Shown($"{change.Field}: {change.Summary}");
}
