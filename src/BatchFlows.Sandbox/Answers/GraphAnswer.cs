using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace BatchFlows.Sandbox;

/// <summary>The nodes and edges of a flow's drawing.</summary>
internal sealed class GraphAnswer(
    Organization organization, FlowModel flow, IReadOnlyList<long> taskIds,
    IReadOnlyDictionary<string, NodePosition> positions)
{
    public GraphAnswer(Organization organization, StoredFlow flow)
        : this(organization, flow.Model, organization.TaskIdsOf(flow), flow.Positions)
    {
    }

    public static string TaskNode(long taskId) => $"t_{taskId}";

    public static string FlowNode(long flowId) => $"f_{flowId}";

    public JsonArray Tasks() => flow.Tasks
        .Select((task, index) => Placed(TaskNode(taskIds[index]), index, new()
        {
            ["taskName"] = task.Name,
            ["taskId"] = $"{taskIds[index]}",
        }))
        .ToJsonArray();

    /// <summary>The flows and tasks that links lead to. One that no longer exists has no node.</summary>
    public JsonArray Flows() => Sources()
        .Select((source, index) => Placed(source.Node, index, new()
        {
            ["isVirtual"] = source.IsVirtual,
            ["flowId"] = $"{source.Id}",
            ["flowName"] = source.Name,
        }))
        .ToJsonArray();

    public JsonArray Relations()
    {
        var nodes = flow.Tasks.Zip(taskIds, (task, id) => (task.Name, Node: TaskNode(id)))
            .ToLookup(task => task.Name, task => task.Node);
        var sources = Sources().ToLookup(source => source.LinkId, source => source.Node);
        var inner = flow.Relations.SelectMany(
            relation => Edges(nodes[relation.Source], nodes[relation.Target], relation.Rerun));
        var outer = flow.LinkRelations.SelectMany(
            relation => Edges(sources[relation.LinkId], nodes[relation.Target], relation.Rerun));
        return inner.Concat(outer).ToJsonArray();
    }

    /// <summary>
    /// The edge between two nodes. For duplicate names the first node counts, because pairing all of them would grow
    /// quadratically.
    /// </summary>
    private IEnumerable<JsonObject> Edges(IEnumerable<string> sources, IEnumerable<string> targets, bool rerun) =>
        sources.Take(1).SelectMany(source => targets.Take(1).Select(target => new JsonObject
        {
            ["cycleGap"] = flow.Cycle + "0",
            ["rerun"] = rerun,
            ["source"] = source,
            ["target"] = target,
        }));

    private IEnumerable<(string LinkId, long Id, string Name, bool IsVirtual, string Node)> Sources()
    {
        foreach (var link in flow.Links)
        {
            if (organization.FlowNamed(link.FlowName) is not { } source) continue;
            if (link.TaskName.Length == 0)
            {
                yield return (link.LinkId, source.Id, link.FlowName, false, FlowNode(source.Id));
                continue;
            }
            organization.TaskIdsOf(source);
            if (source.TaskIds.TryGetValue(link.TaskName, out var taskId))
                yield return (link.LinkId, taskId, $"{taskId}({link.TaskName})", true, FlowNode(taskId));
        }
    }

    private JsonObject Placed(string node, int index, JsonObject content)
    {
        var place = positions.TryGetValue(node, out var position) ? position : new(0.002 + (0.01 * index), 0.002);
        content["nodeId"] = node;
        content["x"] = place.X;
        content["y"] = place.Y;
        return content;
    }
}
