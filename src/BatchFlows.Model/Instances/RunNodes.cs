using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Model.Instances;

/// <summary>
/// Whether tasks of a run that has ended may still be running: a run fails as soon as one task fails, while others
/// continue.
/// </summary>
internal static class RunNodes
{
    /// <param name="graph">The run's graph.</param>
    /// <param name="canStart">
    /// True when tasks that have not started may still start, as in a failed run. Nodes downstream of a failed one
    /// never start, whatever their status says.
    /// </param>
    public static bool HasPending(FlowGraph graph, bool canStart)
    {
        if (graph.Tasks.Any(task => task.Status is InstanceStatus.Running or InstanceStatus.Rerun)) return true;
        if (!canStart) return false;
        var blocked = Blocked(graph);
        return graph.Tasks.Any(task => IsToStart(task) && !(task.NodeId is { } node && blocked.Contains(node)));
    }

    private static bool IsToStart(TaskNode task) =>
        task.Status is { } status and not InstanceStatus.None && !status.IsEnded();

    /// <summary>The nodes downstream of one that ended without success.</summary>
    private static HashSet<string> Blocked(FlowGraph graph)
    {
        var following = graph.Relations.ToLookup(
            relation => relation.SourceNodeId ?? "", relation => relation.TargetNodeId ?? "");
        var nodes = graph.Tasks.Select(task => (task.NodeId, task.Status))
            .Concat(graph.Flows.Select(flow => (flow.NodeId, flow.Status)));
        var blocked = new HashSet<string>();
        var open = new Stack<string>(nodes
            .Where(node => node.Status is InstanceStatus.Cancel || node.Status?.IsFailed() == true)
            .Select(node => node.NodeId ?? ""));
        while (open.Count > 0)
        {
            foreach (var next in following[open.Pop()].Where(blocked.Add)) open.Push(next);
        }

        return blocked;
    }
}
