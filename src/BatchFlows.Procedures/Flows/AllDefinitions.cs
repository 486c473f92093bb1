using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Analysis.Graphs;
using BatchFlows.Client;

namespace BatchFlows.Procedures.Flows;

/// <summary>
/// The definitions of all flows of an organisation, read once, when they are first needed, and as many at once as the
/// client allows. Thread-safe.
/// </summary>
/// <param name="client">Asks the service.</param>
/// <param name="mostFlows">Maximum number of flows to read, because each takes a call.</param>
internal sealed class AllDefinitions(FlowClient client, int mostFlows = AllDefinitions.CheapFlows)
{
    /// <summary>So many flows are read in seconds.</summary>
    public const int CheapFlows = 500;

    private readonly object _lock = new();
    private Task<FoundFlows?>? _reading;

    public FlowClient Client => client;

    /// <returns>Null when there are too many flows.</returns>
    /// <exception cref="FlowException">A call failed.</exception>
    public Task<FoundFlows?> GetAsync(CancellationToken cancellationToken)
    {
        lock (_lock) return _reading ??= ReadAsync(cancellationToken);
    }

    private async Task<FoundFlows?> ReadAsync(CancellationToken cancellationToken)
    {
        var pages = new List<IReadOnlyList<FlowSummary>>();
        var search = FlowSearch.OfOrganization(client);
        while (await search.NextAsync(cancellationToken).ConfigureAwait(false) is { } page)
        {
            pages.Add(page);
            if (pages.Sum(some => some.Count) > mostFlows) return null;
        }

        var looks = new List<(FlowSummary Flow, KnownFlow? Known, bool IsGone)>();
        foreach (var page in pages)
        {
            looks.AddRange(
                await Task.WhenAll(page.Select(flow => LookAsync(flow, cancellationToken))).ConfigureAwait(false));
        }

        return new FoundFlows(
            [.. looks.Select(look => look.Known).OfType<KnownFlow>()],
            [.. looks.Where(look => look is { Known: null, IsGone: false }).Select(look => look.Flow)]);
    }

    private async Task<(FlowSummary Flow, KnownFlow? Known, bool IsGone)> LookAsync(
        FlowSummary flow, CancellationToken cancellationToken)
    {
        if (flow.FlowId is not { } id) return (flow, null, false);
        try
        {
            var definition = await client.ExportFlowAsync(id, cancellationToken).ConfigureAwait(false);
            return (flow, new KnownFlow(definition, id), false);
        }
        catch (FlowServiceException e)
        {
            // It was deleted meanwhile, or this user cannot see it.
            return (flow, null, e.Kind == FailureKind.FlowNotFound);
        }
    }
}
