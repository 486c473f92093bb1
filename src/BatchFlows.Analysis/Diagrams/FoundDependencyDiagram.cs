using System.Collections.Generic;
using System.Linq;
using Vertex = (long? FlowId, string Flow, string? Task);

namespace BatchFlows.Analysis.Diagrams;

/// <summary>
/// Draws dependencies that were looked for: between flows, or between tasks of flows. Broken links and circles are
/// marked at their arrows, and at the boxes that wait.
/// </summary>
internal static class FoundDependencyDiagram
{
    public static Diagram Of(IReadOnlyCollection<FlowDependency> dependencies)
    {
        var isOfTasks = dependencies.Any(one => (one.TaskName ?? one.TargetTaskName ?? one.StartTaskName) is not null);
        var arrows = dependencies.Select(one => (
            From: (Vertex)(one.SourceFlowId, one.SourceFlowName, isOfTasks ? one.SourceTaskName : null),
            To: (Vertex)(one.TargetFlowId, one.TargetFlowName, one.TargetTaskName), Dependency: one)).ToArray();
        var missing = new HashSet<Vertex>(
            arrows.Where(arrow => arrow.Dependency.IsSourceMissing).Select(arrow => arrow.From));
        var byEnd = arrows.ToLookup(arrow => arrow.To, arrow => arrow.Dependency);
        var builder = new DiagramBuilder();
        foreach (var vertex in arrows.SelectMany(arrow => new[] { arrow.From, arrow.To }).Distinct())
            builder.Add(KeyOf(vertex), NodeOf(vertex, missing.Contains(vertex), isOfTasks, [.. byEnd[vertex]]));
        foreach (var (from, to, dependency) in arrows)
            builder.Connect(builder.Find(KeyOf(from), ""), builder.Find(KeyOf(to), ""), MarkOf([dependency]));
        return builder.Build(
            TitleOf(dependencies), DefinitionDiagram.CountOf(builder.Count, isOfTasks ? "task" : "flow"));
    }

    private static string KeyOf(Vertex vertex) => $"{vertex.FlowId}\n{vertex.Flow}\n{vertex.Task}";

    private static DiagramNode NodeOf(
        Vertex vertex, bool isMissing, bool isOfTasks, IReadOnlyList<FlowDependency> before)
    {
        var kind = isMissing ? DiagramNodeKind.Missing
            : vertex.Task is null ? DiagramNodeKind.Flow
            : DiagramNodeKind.Task;
        var mark = MarkOf(before);
        return new(vertex.Task ?? vertex.Flow, kind)
        {
            Mark = mark,
            Note = isMissing ? "missing" : vertex.Task is not null ? vertex.Flow : isOfTasks ? "end of the flow" : "",
            Details = DiagramDetails.Of(
            [
                ("flow", vertex.Flow), ("ID", vertex.FlowId),
                .. before.Where(one => one.IsBroken).Select(one => ("broken link", (object?)one.Problem)).Distinct(),
            ]),
        };
    }

    private static DiagramMark MarkOf(IReadOnlyList<FlowDependency> dependencies) =>
        dependencies.Any(one => one.IsBroken) ? DiagramMark.Broken
        : dependencies.Any(one => one.IsInCircle) ? DiagramMark.Circle
        : DiagramMark.None;

    private static string TitleOf(IReadOnlyCollection<FlowDependency> dependencies)
    {
        var starts = dependencies.Select(one => (one.StartFlowName, one.StartTaskName)).Distinct().Take(2).ToArray();
        if (starts.Length > 1) return "Dependencies";
        var (flow, task) = starts[0];
        return $"Dependencies of {flow}{(task is null ? "" : $"/{task}")}";
    }
}
