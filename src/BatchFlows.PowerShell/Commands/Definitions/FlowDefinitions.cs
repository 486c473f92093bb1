using System;
using System.Threading.Tasks;
using BatchFlows.Binding;
using BatchFlows.Pipeline;

namespace BatchFlows.Commands;

/// <summary>
/// The definitions for the commands that list parts of flows. Exported flows need no call; others are exported by their
/// ID or name.
/// </summary>
internal static class FlowDefinitions
{
    public static void EnqueueDefinition(this ServiceCommand command, FlowReference flow, Action<FlowDefinition> write)
    {
        if (flow.Definition is { } definition)
            command.Work.Add(command.ItemOf(definition), Task.FromResult(definition), write);
        else command.Enqueue(flow, (client, id, stop) => client.ExportFlowAsync(id, stop), write);
    }
}
