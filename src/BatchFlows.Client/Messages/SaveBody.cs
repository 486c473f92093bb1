using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BatchFlows.Model.Json;
using BatchFlows.Model.Settings;

namespace BatchFlows.Client.Messages;

/// <summary>
/// The body of Save Flow: all its fields, as they were loaded but for the changes. The service would take an array that is left out for
/// an empty graph.
/// </summary>
internal static class SaveBody
{
    /// <exception cref="InvalidOperationException">ID or graph of the loaded flow cannot be read.</exception>
    public static byte[] Of(Flow loaded, FlowChanges changes)
    {
        if (loaded.FlowId is not { } flowId || !loaded.Graph.IsRead)
        {
            throw new InvalidOperationException(
                $"The service gave flow '{loaded.FlowName}' without an ID or a graph that can be read, so it is not saved: its tasks would be lost.");
        }

        var settings = new JsonObject
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
        };
        return WireJson.ToBytes(writer =>
        {
            writer.WriteStartObject();
            foreach (var setting in settings)
            {
                writer.WritePropertyName(setting.Key);
                setting.Value!.WriteTo(writer);
            }

            WriteNodes(writer, "tasks", loaded.Graph.Tasks);
            WriteNodes(writer, "flows", loaded.Graph.Flows);
            WriteNodes(writer, "relations", loaded.Graph.Relations);
            writer.WriteEndObject();
        });

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

    /// <summary>Nodes with their fields in camel case; of fields that then have the same name the last one counts.</summary>
    private static void WriteNodes(Utf8JsonWriter writer, string name, IEnumerable<ServiceRecord> nodes)
    {
        writer.WriteStartArray(name);
        foreach (var node in nodes)
        {
            var fields = new Dictionary<string, JsonElement>();
            foreach (var field in JsonBody.Parse(Encoding.UTF8.GetBytes(node.ToJson())).Root.EnumerateObject())
                fields[FieldName.ToCamelCase(field.Name)] = field.Value;
            writer.WriteStartObject();
            foreach (var field in fields)
            {
                writer.WritePropertyName(field.Key);
                if (InDocumentedForm(field.Key, field.Value) is { } value) value.WriteTo(writer);
                else field.Value.CopyTo(writer);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
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
