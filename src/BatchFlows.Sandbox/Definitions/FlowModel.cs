using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
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
    private static readonly ConditionalWeakTable<string, FlowModel> Known = new();

    private QuartzCron? _schedule;

    /// <summary>The settings that Save Flow writes, as answers repeat them.</summary>
    public required IReadOnlyDictionary<SavedSetting, JsonNode> Settings { get; init; }

    /// <summary>When it fires.</summary>
    public QuartzCron Schedule => _schedule ??= QuartzCron.Read(Cron);

    /// <summary>The model of a text, which is read once however many runs share it.</summary>
    public static FlowModel Of(string definition) => Known.GetValue(definition, Read);

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
