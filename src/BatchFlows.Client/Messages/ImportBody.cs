using BatchFlows.Client.Requests;
using BatchFlows.Model.Json;

namespace BatchFlows.Client.Messages;

/// <summary>The body of Import Flow. The definition goes in as it was read: the nodes of the platform take neither deep JSON nor half characters.</summary>
internal static class ImportBody
{
    public static byte[] Of(FlowImport import) => WireJson.ToBytes(writer =>
    {
        writer.WriteStartObject();
        if (import.FlowId is { } wished) writer.WriteNumber("flowId", wished);
        writer.WriteString("flowName", import.FlowName);
        writer.WriteString("desc", import.Description ?? import.Definition.Description ?? "");
        writer.WriteString("dirId", import.DirectoryId);
        writer.WritePropertyName("flowJson");
        import.Definition.WriteTo(writer);
        writer.WriteEndObject();
    });
}
