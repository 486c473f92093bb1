using System.Collections.Generic;
using System.Linq;

namespace BatchFlows;

/// <summary>
/// Whether tasks of a run that has ended may still be at work: a run turns failed as soon as one task fails, while others go on. What
/// stands behind a failed task never starts, whatever its status says.
/// </summary>
internal static class RunNodes
{
    public static bool HasPending(FlowGraph graph)
    {
        var blocked = Blocked(graph);
        return graph.Tasks.Any(task => IsPending(task) && !(task.NodeId is { } node && blocked.Contains(node) && task.Status is not InstanceStatus.Running));
    }

    private static bool IsPending(TaskNode task) => task.Status is { } status and not InstanceStatus.None && !status.IsEnded();

    /// <summary>The nodes downstream of one that ended without success.</summary>
    private static HashSet<string> Blocked(FlowGraph graph)
    {
        var following = graph.Relations.ToLookup(relation => relation.SourceNodeId ?? "", relation => relation.TargetNodeId ?? "");
        var blocked = new HashSet<string>();
        var open = new Stack<string>(graph.Tasks
            .Where(task => task.Status is InstanceStatus.Cancel || task.Status?.IsFailed() == true)
            .Select(task => task.NodeId ?? ""));
        while (open.Count > 0)
        {
            foreach (var next in following[open.Pop()].Where(blocked.Add)) open.Push(next);
        }

        return blocked;
    }
}
