using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace BatchFlows.Sandbox;

/// <summary>Lets the links of other flows follow a flow and its tasks to their new names.</summary>
internal sealed class SourceRename(string oldName, string newName, IReadOnlyDictionary<string, string> taskNames)
{
    public void Apply(Organization organization)
    {
        foreach (
            var flow in organization.Flows.Values.Where(flow => flow.Model.Links.Any(link => link.FlowName == oldName)))
        {
            var definition = FlowEdit.Editable(flow.Definition);
            foreach (var link in Links(definition, "flowLinks").Concat(Links(definition, "taskLinks"))) Rename(link);
            flow.Definition = definition.ToText();
        }
    }

    private IEnumerable<JsonObject> Links(JsonObject definition, string list) => (definition[list] as JsonArray ?? [])
        .OfType<JsonObject>().Where(link => link["sourceFlowName"]?.ToString() == oldName);

    private void Rename(JsonObject link)
    {
        link["sourceFlowName"] = newName;
        if (link["sourceTaskName"]?.ToString() is { } task && taskNames.TryGetValue(task, out var name))
            link["sourceTaskName"] = name;
    }
}
