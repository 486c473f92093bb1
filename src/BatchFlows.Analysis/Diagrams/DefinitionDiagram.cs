namespace BatchFlows.Analysis.Diagrams;

/// <summary>Draws a definition: its tasks, what follows what, and what it waits for.</summary>
internal static class DefinitionDiagram
{
    public static Diagram Of(FlowDefinition flow)
    {
        var parts = DefinitionParts.Of(flow);
        var builder = new DiagramBuilder();
        foreach (var (key, node) in parts.Nodes) builder.Add(key, node);
        foreach (var (from, to) in parts.Edges)
            builder.Connect(builder.Find(from.Key, from.Name), builder.Find(to.Key, to.Name));
        return builder.Build(flow.FlowName, NoteOf(flow));
    }

    private static string NoteOf(FlowDefinition flow) =>
        DiagramDetails.Join(", ", flow.Schedule, CountOf(flow.Tasks.Count, "task"));

    public static string CountOf(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
}
