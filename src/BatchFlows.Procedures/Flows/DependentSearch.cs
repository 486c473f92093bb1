using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;

namespace BatchFlows.Procedures.Flows;

/// <summary>
/// Finds the flows whose links name a flow. The service has no such list, so all definitions are read, once per command
/// and as many at once as the client allows.
/// </summary>
/// <param name="client">Asks the service.</param>
/// <param name="mostFlows">Maximum number of flows to search, because each takes a call.</param>
internal sealed class DependentSearch(FlowClient client, int mostFlows = DependentSearch.CheapFlows)
{
    /// <summary>So many flows are read in seconds.</summary>
    public const int CheapFlows = 500;

    private readonly object _lock = new();
    private readonly ConcurrentDictionary<long, bool> _gone = new();
    private Task<SourceIndex?>? _index;

    /// <summary>Notes that a flow was deleted, so that it is no longer reported.</summary>
    public void Forget(long flowId) => _gone[flowId] = true;

    /// <summary>
    /// The flows that depend on one, and how many could not be read; null when there are too many to search.
    /// </summary>
    /// <exception cref="FlowException">A call failed.</exception>
    public async Task<(IReadOnlyList<FlowSummary> Found, int Unread)?> FindAsync(
        long flowId, CancellationToken cancellationToken)
    {
        Task<SourceIndex?> reading;
        lock (_lock) reading = _index ??= ReadAsync(cancellationToken);
        if (await reading.ConfigureAwait(false) is not { } index) return null;
        var name = (await client.ExportFlowAsync(flowId, cancellationToken).ConfigureAwait(false)).FlowName;
        return (Others(index.ByName[name ?? ""]), Others(index.Unread).Length);

        FlowSummary[] Others(IEnumerable<FlowSummary> flows) =>
            [.. flows.Where(flow => flow.FlowId is not { } id || (id != flowId && !_gone.ContainsKey(id)))];
    }

    private async Task<SourceIndex?> ReadAsync(CancellationToken cancellationToken)
    {
        var pages = new List<IReadOnlyList<FlowSummary>>();
        var search = FlowSearch.OfOrganization(client);
        while (await search.NextAsync(cancellationToken).ConfigureAwait(false) is { } page)
        {
            pages.Add(page);
            if (pages.Sum(some => some.Count) > mostFlows) return null;
        }

        var looks = new List<(FlowSummary Flow, string[]? Sources)>();
        foreach (var page in pages)
        {
            looks.AddRange(
                await Task.WhenAll(page.Select(flow => LookAsync(flow, cancellationToken))).ConfigureAwait(false));
        }

        return new SourceIndex(
            looks.SelectMany(look => look.Sources ?? [], (look, name) => (name, look.Flow))
                .ToLookup(source => source.name, source => source.Flow),
            [.. looks.Where(look => look.Sources is null).Select(look => look.Flow)]);
    }

    /// <returns>The names of the flows that a flow has links to; null when it could not be read.</returns>
    private async Task<(FlowSummary Flow, string[]? Sources)> LookAsync(
        FlowSummary flow, CancellationToken cancellationToken)
    {
        if (flow.FlowId is not { } id) return (flow, null);
        try
        {
            var definition = await client.ExportFlowAsync(id, cancellationToken).ConfigureAwait(false);
            return (flow, [.. definition.Links.Select(link => link.SourceFlowName).OfType<string>().Distinct()]);
        }
        catch (FlowServiceException e)
        {
            // It was deleted meanwhile, or this user cannot see it.
            return (flow, e.Kind == FailureKind.FlowNotFound ? [] : null);
        }
    }

    private sealed record SourceIndex(ILookup<string, FlowSummary> ByName, IReadOnlyList<FlowSummary> Unread);
}
