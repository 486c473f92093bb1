using System.Text.Json;

namespace BatchFlows.Sandbox;

/// <summary>What a flow waits for in another one: the whole flow, or one task of it when it has a name.</summary>
internal sealed record LinkModel(string LinkId, string FlowName, string TaskName)
{
    public static LinkModel Read(JsonElement json) =>
        new(json.AnyText("linkId"), json.AnyText("sourceFlowName"), json.AnyText("sourceTaskName"));
}
