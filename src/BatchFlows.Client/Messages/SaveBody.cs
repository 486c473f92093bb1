using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;
using BatchFlows.Model.Json;
using BatchFlows.Model.Settings;

namespace BatchFlows.Client.Messages;

/// <summary>
/// The body of Save Flow: all fields as they were loaded, except for the changes. Arrays are always sent, because the
/// service reads a missing one as empty.
/// </summary>
internal static class SaveBody
{
    /// <exception cref="InvalidOperationException">ID or graph of the loaded flow cannot be read.</exception>
    public static void Write(Utf8JsonWriter body, Flow loaded, FlowChanges changes)
    {
        if (loaded.FlowId is not { } flowId || !loaded.Graph.IsRead)
        {
            throw new InvalidOperationException(
                $"The service gave flow '{loaded.FlowName}' without an ID or a graph that can be read, so it is not "
                    + "saved: its tasks would be lost.");
        }

        body.WriteNumber("id", flowId);
        foreach (var setting in FlowSettings.Saved)
        {
            body.WritePropertyName(setting.WireName);
            FlowSetting.Write(body, changes.Apply(setting, setting.Load(loaded))!);
        }

        WriteNodes(body, "tasks", loaded.Graph.Tasks);
        WriteNodes(body, "flows", loaded.Graph.Flows);
        WriteNodes(body, "relations", loaded.Graph.Relations);
    }

    /// <summary>
    /// Nodes with their fields in camel case. If two fields then have the same name, the last one counts.
    /// </summary>
    private static void WriteNodes(Utf8JsonWriter body, string name, IEnumerable<ServiceRecord> nodes)
    {
        body.WriteStartArray(name);
        foreach (var node in nodes)
        {
            var fields = new Dictionary<string, JsonElement>();
            foreach (var field in JsonBody.Parse(Encoding.UTF8.GetBytes(node.ToJson())).Root.EnumerateObject())
                fields[FieldName.ToCamelCase(field.Name)] = field.Value;
            body.WriteStartObject();
            foreach (var field in fields)
            {
                body.WritePropertyName(field.Key);
                WriteInDocumentedForm(body, field.Key, field.Value);
            }

            body.WriteEndObject();
        }

        body.WriteEndArray();
    }

    /// <summary>
    /// Writes a value that may have come as a float or as text in its documented form, and any other as it came.
    /// </summary>
    private static void WriteInDocumentedForm(Utf8JsonWriter body, string name, JsonElement value)
    {
        if (name is "taskId" or "flowId" && value.AsInteger() is { } id) body.WriteStringValue($"{id}");
        else if (name is "x" or "y" && value.ValueKind == JsonValueKind.String && value.AsReal() is { } place)
            body.WriteNumberValue(place);
        else if (name is "rerun" or "isVirtual" && value.AsFlag() is { } flag) body.WriteBooleanValue(flag);
        else value.CopyTo(body);
    }
}
