using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Graphs;

namespace BatchFlows.Procedures.Instances;

/// <summary>
/// The tasks behind a task that do not run when a flow is started from it: only a relation with Rerun starts what
/// follows.
/// </summary>
internal static class NotStarted
{
    /// <returns>Their names, in the order of the graph.</returns>
    public static IReadOnlyList<string> Behind(FlowGraph graph, TaskNode task)
    {
        var behind = Reached(graph.Relations);
        var started = Reached(graph.Relations.Where(relation => relation.Rerun == true));
        return
        [
            .. graph.Tasks.Where(one => behind.Contains(one.NodeId ?? "") && !started.Contains(one.NodeId ?? ""))
                .Select(one => one.TaskName ?? ""),
        ];

        HashSet<string> Reached(IEnumerable<NodeRelation> relations)
        {
            var start = task.NodeId ?? "";
            var edges = Digraph.Of(
                [start], relations.Select(one => (one.SourceNodeId ?? "", one.TargetNodeId ?? "")));
            var distances = Reach.From(edges, [edges.Find(start)!.Value]);
            return [.. edges.Nodes.Where((_, node) => distances[node] >= 0)];
        }
    }
}
