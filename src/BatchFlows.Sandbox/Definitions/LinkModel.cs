using System.Text.Json;

namespace BatchFlows.Sandbox;

/// <summary>A dependency on another flow: on the whole flow, or on one task if it has a name.</summary>
internal sealed record LinkModel(string LinkId, string FlowName, string TaskName)
{
    public static LinkModel Read(JsonElement json) =>
        new(json.AnyText("linkId"), json.AnyText("sourceFlowName"), json.AnyText("sourceTaskName"));
}
