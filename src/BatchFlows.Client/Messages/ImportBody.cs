using System.Text.Json;
using BatchFlows.Client.Requests;

namespace BatchFlows.Client.Messages;

/// <summary>
/// The body of Import Flow. The definition is written as it was read, not through JsonNode, which rejects deeply nested
/// JSON and lone surrogates.
/// </summary>
internal static class ImportBody
{
    public static void Write(Utf8JsonWriter body, FlowImport import)
    {
        if (import.FlowId is { } wished) body.WriteNumber("flowId", wished);
        body.WriteString("flowName", import.FlowName);
        body.WriteString("desc", import.Description ?? import.Definition.Description ?? "");
        body.WriteString("dirId", import.DirectoryId);
        body.WritePropertyName("flowJson");
        import.Definition.WriteTo(body);
    }
}
