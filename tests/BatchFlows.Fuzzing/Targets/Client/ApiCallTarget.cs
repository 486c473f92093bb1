using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Text;
using System.Text.Json;
using BatchFlows.Client.Requests;
using BatchFlows.Model.Json;

namespace BatchFlows.Fuzzing.Targets.Client;

/// <summary>
/// What goes through unread: bodies of Invoke-BatchFlowApi that are typed as text, definitions that are imported, and
/// data that comes back as plain values.
/// </summary>
internal sealed class ApiCallTarget : IFuzzTarget
{
    private static readonly Gateway Service = new();

    public string Name => "api-call";

    public IEnumerable<byte[]> Seeds => Samples.Of("trigger-flow.request", "save-flow.request", "search-flow.request")
        .Concat(Samples.DataOf("export-flow"));

    public void Run(byte[] input)
    {
        Service.Answer(200, [], [.. "{\"code\":0,\"data\":"u8, .. input, .. "}"u8]);
        SendAsText(input);
        Import(input);
    }

    private void SendAsText(byte[] input)
    {
        try
        {
            var data = Law.IsDone(
                Service.Client.CallAsync(new ApiCall("flows", "new") { Body = Encoding.UTF8.GetString(input) }));
            Law.Holds(data is null or Dictionary<string, object?> or object[] or string or long or double or bool
                    or BigInteger,
                "data is no plain value");
            if (JsonBody.Parse(input).Root is { ValueKind: JsonValueKind.Object } given)
                Law.IsSame(given, Service.Sent, "a body is sent as another one");
        }
        catch (Exception e) when (e is ArgumentException or FlowServiceException)
        {
            // What is typed is no JSON object, or the answer is none.
        }
    }

    private void Import(byte[] input)
    {
        if (JsonBody.Parse(input).Root is not { ValueKind: JsonValueKind.Object } root) return;
        try
        {
            Law.IsDone(Service.Client.ImportFlowAsync(new FlowImport("a", "d", new FlowDefinition(root))));
        }
        catch (FlowServiceException)
        {
            // The answer has no ID.
        }

        using var sent = JsonDocument.Parse(Service.Sent, new JsonDocumentOptions { MaxDepth = 1000 });
        Law.IsSame(
            root, sent.RootElement.GetProperty("flowJson").GetRawText(), "a definition is imported as another one");
    }
}
