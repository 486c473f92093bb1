using System.Text.Json;

namespace BatchFlows.Sandbox;

/// <summary>An edge between two tasks of a flow.</summary>
internal sealed record RelationModel(string Source, string Target, bool Rerun)
{
    public static RelationModel Read(JsonElement json) =>
        new(json.AnyText("sourceTaskName"), json.AnyText("targetTaskName"),
            json.Field("rerun")?.ValueKind == JsonValueKind.True);
}
