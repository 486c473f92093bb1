using System;
using System.Threading.Tasks;
using BatchFlows.Analysis.Backups;
using BatchFlows.Binding;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Flows;

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

    /// <summary>Exports all flows of an organisation.</summary>
    public static void EnqueueDefinitions(
        this ServiceCommand command, OrganizationFlows organization, Action<FlowPlace, FlowDefinition> write)
    {
        foreach (var place in organization.Flows)
        {
            command.Work.Add(
                command.ItemOf(place.FlowId, place.FlowName),
                (client, stop) => client.ExportFlowAsync(place.FlowId, stop), flow => write(place, flow));
        }
    }
}
