using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;
using BatchFlows.Model.Definitions;

namespace BatchFlows.Procedures.Flows;

/// <summary>The definitions of the flows that links name, each read once. Thread-safe.</summary>
/// <param name="command">The command that looks for flows.</param>
internal sealed class LinkedFlows(string command)
{
    private readonly FlowLookup _lookup = new(command);
    private readonly Dictionary<(FlowConnection, string), Task<FlowDefinition?>> _flows = [];

    /// <returns>By name; null for a flow that does not exist.</returns>
    public async Task<IReadOnlyDictionary<string, FlowDefinition?>> OfAsync(
        FlowClient client, FlowDefinition flow, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, FlowDefinition?>();
        foreach (var name in flow.Links().Select(link => link.SourceFlowName)
            .OfType<string>().Where(name => name.Length > 0).Distinct())
            found[name] = await FindAsync(client, name, cancellationToken).ConfigureAwait(false);
        return found;
    }

    private Task<FlowDefinition?> FindAsync(FlowClient client, string name, CancellationToken cancellationToken)
    {
        lock (_flows)
        {
            if (!_flows.TryGetValue((client.Connection, name), out var flow))
                _flows[(client.Connection, name)] = flow = ExportAsync(client, name, cancellationToken);
            return flow;
        }
    }

    private async Task<FlowDefinition?> ExportAsync(
        FlowClient client, string name, CancellationToken cancellationToken)
    {
        try
        {
            var flow = await _lookup.FindAsync(client, name, cancellationToken).ConfigureAwait(false);
            return await client.ExportFlowAsync(flow.FlowId!.Value, cancellationToken).ConfigureAwait(false);
        }
        catch (FlowException e) when (e.Kind == FailureKind.FlowNotFound)
        {
            return null;
        }
    }
}
