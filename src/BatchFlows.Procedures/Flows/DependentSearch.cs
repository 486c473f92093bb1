using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Model.Definitions;

namespace BatchFlows.Procedures.Flows;

/// <summary>Finds the flows whose links name a flow. The service has no such list.</summary>
/// <param name="definitions">The definitions of all flows.</param>
internal sealed class DependentSearch(AllDefinitions definitions)
{
    private readonly ConcurrentDictionary<long, bool> _gone = new();

    /// <summary>Notes that a flow was deleted, so that it is no longer reported.</summary>
    public void Forget(long flowId) => _gone[flowId] = true;

    /// <summary>
    /// The flows that depend on one, and how many could not be read; null when there are too many to search.
    /// </summary>
    /// <exception cref="FlowException">A call failed.</exception>
    public async Task<(IReadOnlyList<FlowSummary> Found, int Unread)?> FindAsync(
        long flowId, CancellationToken cancellationToken)
    {
        if (await definitions.GetAsync(cancellationToken).ConfigureAwait(false) is not { } all) return null;
        var client = definitions.Client;
        var name = (await client.ExportFlowAsync(flowId, cancellationToken).ConfigureAwait(false)).FlowName;
        var dependents = all.Flows
            .Where(flow => flow.FlowId is not null && flow.Definition.Links().Any(link => link.SourceFlowName == name))
            .Select(flow => new FlowSummary(flow.FlowId!.Value, flow.Name, client.Connection.Name));
        return (Others(dependents), Others(all.Unread).Length);

        FlowSummary[] Others(IEnumerable<FlowSummary> flows) =>
            [.. flows.Where(flow => flow.FlowId is not { } id || (id != flowId && !_gone.ContainsKey(id)))];
    }
}
