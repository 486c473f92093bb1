using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BatchFlows.Sandbox;

/// <summary>
/// The service's view of the text of a definition. It is tolerant, because any text can be put: missing or malformed
/// values are empty, and text that is not a JSON object is a flow without a name and tasks.
/// </summary>
internal sealed record FlowModel(
    string Name,
    string Cycle,
    string Cron,
    string Parameters,
    int AlertMode,
    string Submitter,
    string Owners,
    string Visitors,
    int Type,
    int SyncType,
    string StartDate,
    IReadOnlyList<TaskModel> Tasks,
    IReadOnlyList<RelationModel> Relations,
    IReadOnlyList<LinkModel> Links,
    IReadOnlyList<LinkRelationModel> LinkRelations)
{
    /// <summary>The settings that Save Flow writes, as answers repeat them.</summary>
    public required IReadOnlyDictionary<SavedSetting, JsonNode> Settings { get; init; }

    public static FlowModel Read(string definition) => Read(JsonReading.Parse(definition));

    public static FlowModel Read(JsonElement json) => new(
        json.AnyText("name"),
        json.AnyText("cycle"),
        json.AnyText("cron"),
        json.AnyText("parameters") is { Length: > 0 } parameters ? parameters : "[]",
        json.Int("alertMode"),
        json.AnyText("submitter"),
        json.AnyText("owners"),
        json.AnyText("visitors"),
        json.Int("type"),
        json.Int("syncType"),
        json.AnyText("startTime"),
        [.. json.Items("tasks").Select(TaskModel.Read)],
        [.. json.Items("relations").Select(RelationModel.Read)],
        [.. json.Items("flowLinks").Concat(json.Items("taskLinks")).Select(LinkModel.Read)],
        [.. json.Items("linkRelations").Select(LinkRelationModel.Read)])
    {
        Settings = SavedSetting.All.ToDictionary(setting => setting, setting => setting.Read(json, setting.Kept)),
    };
}
