using System.Text.Json;

namespace BatchFlows.Sandbox;

/// <summary>An edge from a link to a task.</summary>
internal sealed record LinkRelationModel(string LinkId, string Target, bool Rerun)
{
    public static LinkRelationModel Read(JsonElement json) =>
        new(json.AnyText("linkId"), json.AnyText("targetTaskName"),
            json.Field("rerun")?.ValueKind == JsonValueKind.True);
}
