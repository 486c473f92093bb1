using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Analysis.Diagrams;

/// <summary>
/// Draws a run: its tasks with their states, durations and tries, and the flows that they waited for.
/// </summary>
internal static class RunDiagram
{
    /// <param name="run">The run, with its graph.</param>
    /// <param name="tasks">The runs of its tasks, as far as they were read.</param>
    public static Diagram Of(FlowInstance run, IEnumerable<TaskInstance> tasks)
    {
        var instances = tasks.GroupBy(task => task.TaskInstanceId ?? "").ToDictionary(
            same => same.Key, same => same.First());
        var builder = new DiagramBuilder();
        foreach (var task in run.Graph.Tasks)
        {
            instances.TryGetValue(task.TaskInstanceId ?? "", out var instance);
            builder.Add(task.NodeId ?? $"task {task.TaskName}", NodeOf(task, instance));
        }

        foreach (var flow in run.Graph.Flows) builder.Add(flow.NodeId ?? $"flow {flow.FlowName}", NodeOf(flow));
        foreach (var relation in run.Graph.Relations)
        {
            var (from, to) = (relation.SourceNodeId ?? "", relation.TargetNodeId ?? "");
            builder.Connect(builder.Find(from, from), builder.Find(to, to));
        }

        return builder.Build(run.FlowName ?? run.FlowInstanceId, NoteOf(run));
    }

    public static string NoteOf(FlowInstance run) => DiagramDetails.Join(
        ", ", run.FlowInstanceId, StatusMarks.WordOf(StatusMarks.Of(run.Status)), run.DurationText,
        run.StartTime is { Text.Length: > 0 } start ? $"started {start:yyyy-MM-dd HH:mm:ss}" : "");

    private static DiagramNode NodeOf(TaskNode node, TaskInstance? instance)
    {
        var mark = StatusMarks.Of(instance?.Status is { } status and not InstanceStatus.Init ? status : node.Status);
        return new DiagramNode(node.TaskName ?? "", DiagramNodeKind.Task)
        {
            Mark = mark,
            Note = DiagramDetails.Join(
                ", ", instance?.DurationText,
                instance?.RunNumber > 1 ? $"try {instance.Tries}" : ""),
            Details = DiagramDetails.Of(
                ("status", StatusMarks.WordOf(mark)), ("tries", instance?.Tries), ("started", instance?.StartTime),
                ("ended", instance?.EndTime), ("duration", instance?.DurationText), ("type", instance?.Type),
                ("timeout", instance?.Timeout), ("run", node.TaskInstanceId)),
        };
    }

    public static DiagramNode NodeOf(FlowNode flow) => new(flow.FlowName ?? "", DiagramNodeKind.Link)
    {
        Mark = flow.Status is null or InstanceStatus.None ? DiagramMark.None : StatusMarks.Of(flow.Status),
        Note = flow.IsVirtual == true ? "task of another flow" : "flow",
        Details = DiagramDetails.Of(("run", flow.FlowInstanceId), ("status", flow.Status)),
    };
}
