using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BatchFlows.Http;

/// <summary>
/// The body of Save Flow: all its fields, as they were loaded but for the changes. The service would take an array that is left out for
/// an empty graph.
/// </summary>
internal static class SaveBody
{
    /// <exception cref="InvalidOperationException">ID or graph of the loaded flow cannot be read.</exception>
    public static JsonObject Of(Flow loaded, FlowChanges changes)
    {
        if (loaded.FlowId is not { } flowId || !loaded.Graph.IsRead)
        {
            throw new InvalidOperationException(
                $"The service gave flow '{loaded.FlowName}' without an ID or a graph that can be read, so it is not saved: its tasks would be lost.");
        }

        return new JsonObject
        {
            ["id"] = flowId,
            ["type"] = changes.Type is { } type ? (int)type : Loaded("type"),
            ["name"] = changes.FlowName ?? loaded.FlowName ?? Loaded("name"),
            ["freq"] = changes.Cron ?? Loaded("freq"),
            ["cycle"] = changes.Cycle ?? Loaded("cycle"),
            ["alertMode"] = changes.AlertMode is { } alertMode ? (int)alertMode : Loaded("alertMode"),
            ["doAs"] = changes.Submitter ?? Loaded("doAs"),
            ["parameters"] = Parameters().ToWire(),
            ["owners"] = (changes.Owners ?? Users(loaded.Owners, "owners")).Text ?? "",
            ["desc"] = changes.Description ?? Loaded("desc"),
            ["startTime"] = changes.StartTime?.Text ?? Loaded("startTime"),
            ["visitors"] = (changes.Visitors ?? Users(loaded.Visitors, "visitors")).Text ?? "",
            ["active"] = changes.IsActive is { } isActive ? (isActive ? 1 : 0) : Loaded("active"),
            ["queue"] = changes.Queue ?? Loaded("queue"),
            ["tasks"] = Nodes(loaded.Graph.Tasks),
            ["flows"] = Nodes(loaded.Graph.Flows),
            ["relations"] = Nodes(loaded.Graph.Relations),
        };

        // A field of the flow, or else the same field of its graph.
        JsonElement Find(string name) =>
            loaded.Field(name) is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } own ? own : loaded.Graph.Field(name);

        // Numbers as numbers, in whatever form they came.
        JsonNode Loaded(string name)
        {
            var value = Find(name);
            if (name is "type" or "alertMode" or "active" && value.AsInteger() is { } number) return number;
            return value.AsText() ?? "";
        }

        UserList Users(UserList own, string nameInGraph) => own.Text is null ? UserList.Read(loaded.Graph.Field(nameInGraph)) : own;

        ParameterList Parameters()
        {
            var parameters = new ParameterList(Find("parameters"));
            return changes.Parameters is { } set ? parameters.With(set) : parameters;
        }
    }

    private static JsonArray Nodes(IEnumerable<ServiceRecord> nodes) => new([.. nodes.Select(node => InCamelCase(node))]);

    private static JsonObject InCamelCase(ServiceRecord node)
    {
        var result = new JsonObject();
        foreach (var field in JsonNode.Parse(node.ToJson())!.AsObject().ToArray())
        {
            var name = FieldName.ToCamelCase(field.Key);
            result[name] = InDocumentedForm(name, node.Field(field.Key)) ?? field.Value?.DeepClone();
        }

        return result;
    }

    /// <summary>What the service may have written as a float or as text, in the form in which it documents it; null for what needs none.</summary>
    private static JsonNode? InDocumentedForm(string name, JsonElement value) => name switch
    {
        "taskId" or "flowId" => value.AsInteger()?.ToString(CultureInfo.InvariantCulture),
        "x" or "y" when value.ValueKind == JsonValueKind.String => value.AsReal(),
        "rerun" or "isVirtual" => value.AsFlag(),
        _ => null,
    };
}
