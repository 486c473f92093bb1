using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;
using BatchFlows.Model.Json;

namespace BatchFlows.Fuzzing.Targets.Model;

/// <summary>Definitions of flows: read, looked at, written, changed and read again.</summary>
internal sealed class DefinitionTarget : IFuzzTarget
{
    public string Name => "definition";

    public IEnumerable<byte[]> Seeds => Samples.DataOf("export-flow");

    public void Run(byte[] input)
    {
        var (form, root) = JsonBody.Parse(input);
        if (form == BodyForm.NotJson) _ = JsonBody.WhereBroken(input);
        try
        {
            _ = FlowDefinition.Parse(Encoding.UTF8.GetString(input));
        }
        catch (FormatException)
        {
            Law.Holds(root.ValueKind != JsonValueKind.Object, "a JSON object is refused as a definition");
        }

        if (root.ValueKind != JsonValueKind.Object) return;
        var flow = new FlowDefinition(root, flowId: 1, connectionName: "c");
        Law.IsSame(root, flow.ToJson(), "reading and writing loses something");
        Everything.LookAt(flow);
        Law.IsSame(root, flow.ToJson(indented: true), "looking changes something");
        Change(flow);
    }

    private static void Change(FlowDefinition flow)
    {
        var (tasks, links) = (flow.Tasks.Count, flow.FlowLinks.Count);
        foreach (var task in flow.Tasks) (task.TaskName, task.Cpu) = ("changed", 0.5);
        flow.FlowName = "changed";
        flow.Tasks.Add(new FlowTask { TaskName = "new" });
        var copy = new FlowDefinition();
        foreach (var task in flow.Tasks) copy.Tasks.Add(task);
        var read = FlowDefinition.Parse(flow.ToJson());
        Law.Holds(read.FlowName == "changed" && read.FlowLinks.Count == links, "a change is lost or changes more");
        Law.Holds(read.Tasks.Count == tasks + 1 && copy.Tasks.Count == tasks + 1, "a task is lost");
        for (var i = 0; i < tasks; i++)
            Law.Holds(read.Tasks[i] is { TaskName: "changed", Cpu: 0.5 }, "a change of a task is lost");
        Law.Holds(read.Tasks[tasks].TaskName == "new", "a new task is lost");
    }
}
