using System;
using System.Collections.Generic;
using System.Text.Json;
using BatchFlows.Client.Messages;
using BatchFlows.Model;
using BatchFlows.Model.Json;
using BatchFlows.Model.Settings;

namespace BatchFlows.Fuzzing.Targets.Model;

/// <summary>
/// What the service lists and describes, read as each kind of record, graphs included; and a loaded flow as it is saved
/// again.
/// </summary>
internal sealed class RecordTarget : IFuzzTarget
{
    private static readonly Origin Here = new("here", new ServerZone("GMT+8"));

    private static readonly FlowChanges Changes = new()
    {
        [nameof(Flow.FlowName)] = "x",
        [nameof(Flow.Cron)] = "c",
        [nameof(Flow.Owners)] = new UserList("a;b"),
        [nameof(Flow.StartTime)] = new ServiceTime("2020-01-01"),
        [nameof(Flow.Parameters)] = new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" },
    };

    public string Name => "record";

    public IEnumerable<byte[]> Seeds =>
        Samples.DataOf("get-flow", "load-flow", "get-flow-instance", "get-task-instance.", "list-workflow");

    public void Run(byte[] input)
    {
        var (_, root) = JsonBody.Parse(input);
        if (root.ValueKind == JsonValueKind.Array && root.GetArrayLength() > 0) root = root[0];
        if (root.ValueKind != JsonValueKind.Object) return;
        var flow = new Flow(root, Here);
        ServiceRecord[] records =
        [
            flow, new FlowDirectory(root, Here), new FlowSummary(root, Here), new FlowInstance(root, Here),
            new TaskInstance(root, Here),
            new FlowGraph(root, Here, flowId: 1, "n", "1-2"), new TaskNode(root, Here, flowId: 1, "n", "1-2"),
            new FlowNode(root, Here), new NodeRelation(root, Here),
        ];
        foreach (var record in records)
        {
            Everything.LookAt(record);
            Law.IsSame(root, record.ToJson(), "reading and writing loses something");
        }

        Everything.LookAt(FieldChange.Of(flow, Changes));
        Save(flow);
    }

    private static void Save(Flow flow)
    {
        try
        {
            var body = JsonBody.Parse(WireJson.ToObjectBytes(writer => SaveBody.Write(writer, flow, Changes))).Root;
            Law.Holds(body.Field("tasks").GetArrayLength() == flow.Graph.Tasks.Count, "saving loses a task");
            Law.Holds(
                body.Field("relations").GetArrayLength() == flow.Graph.Relations.Count, "saving loses a relation");
        }
        catch (InvalidOperationException e) when (e.Message.Contains("is not saved"))
        {
            Law.Holds(flow.FlowId is null || !flow.Graph.IsRead, "a flow that can be read is not saved");
        }
    }
}
