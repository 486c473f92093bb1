using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;

namespace BatchFlows.Sandbox;

/// <summary>
/// The three arrays of Save Flow, turned back into tasks, relations and links. Nodes are known by the labels the body
/// gives them. What the graph cannot show, a link to a flow that is not there, stays.
/// </summary>
internal sealed class GraphEdit
{
    private readonly StoredFlow _flow;
    private readonly Dictionary<string, NodePosition> _positions = [];
    private readonly Dictionary<string, (string Name, string OldName, long Id)> _tasks = [];
    private readonly Dictionary<string, LinkModel> _links = [];
    private readonly List<LinkModel> _unseen;
    private readonly IReadOnlyList<RequestBody> _relations;
    private int _nextLinkId;

    public GraphEdit(Organization organization, StoredFlow flow, RequestBody body)
    {
        _flow = flow;
        _unseen = [.. flow.Model.Links.Where(link => !IsSeen(organization, link))];
        _relations = body.Items("relations");
        foreach (var node in body.Items("tasks")) AddTask(node);
        foreach (var node in body.Items("flows")) AddLink(organization, node);
        foreach (var end in _relations.Select(relation => relation.Filled("source")))
        {
            if (!_tasks.ContainsKey(end) && !_links.ContainsKey(end)) throw body.Refuse("relations");
        }
        if (!_relations.All(relation => _tasks.ContainsKey(relation.Filled("target")))) throw body.Refuse("relations");
    }

    /// <summary>New names of the kept tasks by the old ones.</summary>
    public IReadOnlyDictionary<string, string> TaskNames =>
        _tasks.Values.ToDictionary(task => task.OldName, task => task.Name);

    public void WriteTo(JsonObject definition)
    {
        var names = TaskNames;
        definition["tasks"] = KeptTasks(definition["tasks"] as JsonArray ?? []);
        definition["relations"] = _relations.Where(relation => _tasks.ContainsKey(relation.Text("source")))
            .Select(relation => new JsonObject
            {
                ["sourceTaskName"] = _tasks[relation.Text("source")].Name,
                ["targetTaskName"] = _tasks[relation.Text("target")].Name,
                ["rerun"] = relation.Flag("rerun"),
            }).ToJsonArray();
        var links = _links.Values.Concat(_unseen).ToList();
        definition["flowLinks"] = links.Where(link => link.TaskName.Length == 0)
            .Select(link => new JsonObject { ["linkId"] = link.LinkId, ["sourceFlowName"] = link.FlowName })
                .ToJsonArray();
        definition["taskLinks"] = links.Where(link => link.TaskName.Length > 0).Select(link => new JsonObject
        {
            ["linkId"] = link.LinkId,
            ["sourceFlowName"] = link.FlowName,
            ["sourceTaskName"] = link.TaskName,
        }).ToJsonArray();
        var seen = _relations.Where(relation => _links.ContainsKey(relation.Text("source")))
            .Select(relation => new LinkRelationModel(
            _links[relation.Text("source")].LinkId, _tasks[relation.Text("target")].Name, relation.Flag("rerun")));
        var unseen = _flow.Model.LinkRelations
            .Where(relation => _unseen.Exists(link => link.LinkId == relation.LinkId)
                && names.ContainsKey(relation.Target))
            .Select(relation => relation with { Target = names[relation.Target] });
        definition["linkRelations"] = seen.Concat(unseen).Select(relation => new JsonObject
        {
            ["linkId"] = relation.LinkId,
            ["targetTaskName"] = relation.Target,
            ["rerun"] = relation.Rerun,
        }).ToJsonArray();
    }

    /// <summary>Keeps the ids of tasks under their new names, and where nodes stand.</summary>
    public void Remember()
    {
        _flow.TaskIds.Clear();
        foreach (var task in _tasks.Values) _flow.TaskIds[task.Name] = task.Id;
        _flow.Positions.Clear();
        foreach (var position in _positions) _flow.Positions.Add(position.Key, position.Value);
    }

    private static bool IsSeen(Organization organization, LinkModel link) =>
        organization.FlowNamed(link.FlowName) is { } source
        && (link.TaskName.Length == 0 || source.Model.Tasks.Any(task => task.Name == link.TaskName));

    private void AddTask(RequestBody node)
    {
        var id = node.Number("taskId");
        var old = _flow.TaskWithId(id)?.Name ?? throw node.Refuse("taskId");
        Place(node, GraphAnswer.TaskNode(id));
        var label = node.Filled("nodeId");
        if (_tasks.ContainsKey(label) || _tasks.Values.Any(task => task.Id == id)) throw node.Refuse("nodeId");
        _tasks.Add(label, (node.Filled("taskName"), old, id));
    }

    private void AddLink(Organization organization, RequestBody node)
    {
        var (id, label) = (node.Number("flowId"), node.Filled("nodeId"));
        Place(node, GraphAnswer.FlowNode(id));
        var link = node.Flag("isVirtual")
            ? organization.Flows.Values.Where(source => source.TaskWithId(id) is not null)
                .Select(source => new LinkModel(NewLinkId(), source.Model.Name, source.TaskWithId(id)!.Name))
                    .FirstOrDefault()
            : organization.Flows.TryGetValue(id, out var flow) ? new(NewLinkId(), flow.Model.Name, "") : null;
        if (link is null || _links.ContainsKey(label)) throw node.Refuse("flowId");
        _links.Add(label, link);
    }

    /// <summary>The next number that no other link has.</summary>
    private string NewLinkId()
    {
        string id;
        do id = _nextLinkId++.ToString(CultureInfo.InvariantCulture);
        while (_unseen.Exists(link => link.LinkId == id));
        return id;
    }

    private void Place(RequestBody node, string id) => _positions[id] = new(node.Coordinate("x"), node.Coordinate("y"));

    private JsonArray KeptTasks(JsonArray tasks)
    {
        // By the names that the model reads: any JSON may stand in place of a name, or of a task.
        var byName = _flow.Model.Tasks.Zip(tasks, (task, json) => (task.Name, Json: json as JsonObject ?? []))
            .ToLookup(task => task.Name, task => task.Json);
        return _tasks.Values.Select(task =>
        {
            var kept = (JsonObject)byName[task.OldName].First().DeepClone();
            kept["name"] = task.Name;
            return (JsonNode)kept;
        }).ToJsonArray();
    }
}
