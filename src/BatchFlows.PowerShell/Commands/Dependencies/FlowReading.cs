using System.Collections.Generic;
using System.Linq;
using System.Threading;
using BatchFlows.Analysis.Graphs;
using BatchFlows.Binding;
using BatchFlows.Model.Definitions;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Flows;

namespace BatchFlows.Commands;

/// <summary>
/// The flows that dependencies are looked for in: those of an organisation, those that some flows wait for, or those of
/// files. Each definition is read once.
/// </summary>
/// <param name="command">The command that reads.</param>
/// <param name="stopping">Cancelled when the command stops.</param>
internal sealed partial class FlowReading(ServiceCommand command, CancellationToken stopping)
{
    private readonly List<KnownFlow> _flows = [];
    private readonly HashSet<long> _unread = [];
    private readonly HashSet<string> _unreadNames = [];
    private bool _isOfFiles;

    public IReadOnlyList<KnownFlow> Flows => _flows;

    /// <summary>True when the service has shown no end of the list of flows.</summary>
    public bool IsIncomplete { get; private set; }

    /// <summary>Reads all flows of the organisation.</summary>
    public void ReadOrganization(Item item)
    {
        if (command.Look(item, OrganizationFlows.ListAsync) is not { } organization) return;
        IsIncomplete = organization.IsIncomplete;
        foreach (var place in organization.Flows)
        {
            _unread.Add(place.FlowId);
            _unreadNames.Add(place.FlowName);
        }

        command.EnqueueDefinitions(organization, (_, definition) => Add(definition));
        command.Work.WriteAll();
    }

    /// <summary>Reads some flows, and all that they wait for.</summary>
    public void ReadUpstream(IEnumerable<FlowReference> starts)
    {
        var linked = new LinkedFlows(command.MyInvocation.MyCommand.Name);
        var layer = new List<FlowDefinition>();
        foreach (var start in starts)
        {
            if (!start.IsByName) _unread.Add(start.Id);
            else _unreadNames.Add(start.Name!);
            command.Enqueue(start, (client, id, stop) => client.ExportFlowAsync(id, stop), Take);
        }

        command.Work.WriteAll();
        while (layer.Count > 0)
        {
            var definitions = layer.ToArray();
            layer.Clear();
            foreach (var definition in definitions.Where(one => one.Links().Any()))
            {
                command.Work.Add(
                    command.ItemOf(definition.FlowId, definition.FlowName),
                    (client, stop) => linked.OfAsync(client, definition, stop),
                    found =>
                    {
                        foreach (var flow in found.Values.OfType<FlowDefinition>()) Take(flow);
                    });
            }

            command.Work.WriteAll();
        }

        void Take(FlowDefinition definition)
        {
            if (_flows.Exists(known => known.FlowId == definition.FlowId)) return;
            Add(definition);
            layer.Add(definition);
        }
    }

    /// <summary>The flow that the user named; null after an error.</summary>
    public KnownFlow? Find(FlowReference flow)
    {
        try
        {
            return FlowChoice.Find(_flows, flow.Id, flow.Name);
        }
        catch (FlowException e)
        {
            // That it could not be read has been reported.
            if (_isOfFiles && _flows.Count == 0) return null;
            if (flow.IsByName ? !_unreadNames.Contains(flow.Name!) : !_unread.Contains(flow.Id))
                command.WriteFailure(new Item(flow.Target, client: null, hasOwnConnection: true), e);
            return null;
        }
    }

    /// <summary>The task of a flow, as the flow spells it; null after an error.</summary>
    public string? FindTask(KnownFlow flow, string name)
    {
        try
        {
            return FlowChoice.FindTask(flow, name);
        }
        catch (FlowException e)
        {
            command.WriteFailure(new Item(name, client: null, hasOwnConnection: true), e);
            return null;
        }
    }

    private void Add(FlowDefinition definition) => _flows.Add(new KnownFlow(definition, definition.FlowId));
}
