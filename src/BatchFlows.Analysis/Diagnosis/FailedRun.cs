using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Graphs;
using BatchFlows.Model.Instances;

namespace BatchFlows.Analysis.Diagnosis;

/// <summary>What the graph of a run says about a failure.</summary>
internal static class FailedRun
{
    /// <summary>The tasks that failed, and that the service cancelled with them.</summary>
    public static IReadOnlyList<TaskNode> FailedTasks(FlowInstance run) =>
        [.. run.Graph.Tasks.Where(task => task.IsFailed && !string.IsNullOrEmpty(task.TaskInstanceId))];

    /// <summary>The tasks behind one that have not run because of it.</summary>
    public static IReadOnlyList<string> BlockedBy(FlowInstance run, string? nodeId)
    {
        var graph = Digraph.Of(
            run.Graph.Tasks.Select(task => task.NodeId ?? ""),
            run.Graph.Relations.Select(edge => (edge.SourceNodeId ?? "", edge.TargetNodeId ?? "")));
        if (nodeId is null || graph.Find(nodeId) is not { } start) return [];
        var reached = Reach.From(graph, [start]);
        return [.. run.Graph.Tasks
            .Where(task => reached[graph.Find(task.NodeId ?? "")!.Value] > 0 && !HasRun(task.Status))
            .Select(task => task.TaskName ?? "")];
    }

    private static bool HasRun(InstanceStatus? status) =>
        status is InstanceStatus.Success or InstanceStatus.Running or InstanceStatus.Rerun
            || status?.IsFailed() == true;
}
