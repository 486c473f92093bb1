using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Analysis.Statistics;

/// <summary>The tasks of a run and which follows which.</summary>
/// <param name="Tasks">IDs of the tasks' runs, with the names of the tasks.</param>
/// <param name="Relations">Places in <paramref name="Tasks"/>: of a task, and of one that follows it.</param>
internal sealed record RunPlan(
    IReadOnlyList<(string TaskInstanceId, string Name)> Tasks, IReadOnlyList<(int Source, int Target)> Relations)
{
    /// <summary>Null when the graph has no runs of tasks.</summary>
    public static RunPlan? Of(FlowGraph graph)
    {
        var nodes = graph.Tasks.Where(task => task.TaskInstanceId is not null).ToList();
        if (nodes.Count == 0) return null;
        var places = nodes.Select((node, place) => (node.NodeId, place))
            .ToLookup(node => node.NodeId, node => node.place);
        return new(
            [.. nodes.Select(node => (node.TaskInstanceId!, node.TaskName ?? ""))],
            [.. graph.Relations.SelectMany(
                relation => places[relation.SourceNodeId].Take(1).SelectMany(
                    source => places[relation.TargetNodeId].Take(1).Select(target => (source, target))))]);
    }
}
