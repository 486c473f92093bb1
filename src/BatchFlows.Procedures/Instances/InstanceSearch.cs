using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;
using BatchFlows.Client.Requests;
using BatchFlows.Procedures.Lists;

namespace BatchFlows.Procedures.Instances;

/// <summary>
/// Finds runs, in the order of their trigger times. A query accepts one type, one owner and one text, so each
/// combination is queried, page by page as needed, and the results are merged without duplicates. Filters that the
/// service applies loosely are applied again here.
/// </summary>
/// <param name="client">Asks the service.</param>
/// <param name="criteria">Which runs are wanted.</param>
internal sealed class InstanceSearch(FlowClient client, InstanceCriteria criteria)
{
    private readonly HashSet<string> _given = [];
    private Sorter? _sorter = new("triggerTime", criteria.IsDescending);
    private List<InstanceQueue>? _queues;

    /// <summary>True when the service has shown no end of a list, or counts more runs than it gave.</summary>
    public bool IsIncomplete { get; private set; }

    /// <summary>
    /// The next runs: those whose place in the order is known without another page, which may be none; null at the end.
    /// </summary>
    /// <exception cref="FlowException">The call failed.</exception>
    public async Task<IReadOnlyList<FlowInstance>?> NextAsync(CancellationToken cancellationToken = default)
    {
        _queues ??= [.. QueriesFor(criteria).Select(query => new InstanceQueue(PagesOf(query), IsWanted))];
        foreach (var queue in _queues) await queue.FillAsync(cancellationToken).ConfigureAwait(false);
        IsIncomplete |= _queues.Exists(queue => queue.IsIncomplete);
        _queues.RemoveAll(queue => queue.IsEmpty);
        if (_queues.Count == 0) return null;
        var next = new List<FlowInstance>();
        while (!_queues.Exists(queue => queue.IsEmpty))
            next.Add(_queues.Aggregate((first, other) => IsBefore(other, first) ? other : first).Take());
        return [.. next.Where(IsNew)];
    }

    /// <summary>All runs, or at least as many as are enough; no further page is then requested.</summary>
    /// <param name="isWanted">Chooses among the runs; null for all.</param>
    /// <param name="enough">How many runs are enough.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="FlowException">A call failed.</exception>
    public async Task<IReadOnlyList<FlowInstance>> AllAsync(
        Func<FlowInstance, bool>? isWanted = null, ulong enough = ulong.MaxValue,
        CancellationToken cancellationToken = default)
    {
        var all = new List<FlowInstance>();
        while ((ulong)all.Count < enough && await NextAsync(cancellationToken).ConfigureAwait(false) is { } some)
            all.AddRange(isWanted is null ? some : some.Where(isWanted));
        return all;
    }

    private static IEnumerable<FlowInstanceQuery> QueriesFor(InstanceCriteria criteria) =>
        from type in criteria.Types.Distinct()
        from owner in criteria.Owners.DefaultIfEmpty("").Distinct()
        from expression in ExpressionsOf(criteria).Distinct()
        select new FlowInstanceQuery(type, criteria.After, criteria.Before)
        {
            Statuses = criteria.Statuses,
            Owner = owner,
            Expression = expression,
        };

    private static IEnumerable<string> ExpressionsOf(InstanceCriteria criteria) =>
        criteria.FlowId is { } id ? [id.ToString(CultureInfo.InvariantCulture)]
        : criteria.NameParts.Contains("") ? [""] : criteria.NameParts.DefaultIfEmpty("");

    private Pages<FlowInstance> PagesOf(FlowInstanceQuery query)
    {
        long count = 0;
        return new(
            async (page, cancellationToken) =>
            {
                var found = await AskAsync(query, page, cancellationToken).ConfigureAwait(false);
                // A run that disappeared meanwhile counts as well: it may have moved another one to a page that was
                // already read.
                count = Math.Max(count, found.Count ?? 0);
                return found.Instances;
            },
            instance => instance.FlowInstanceId,
            client.Connection.Dialect.InstancePages,
            () => client.Connection.Changes.Value,
            given => count > given);
    }

    private async Task<FlowInstancePage> AskAsync(
        FlowInstanceQuery query, Page page, CancellationToken cancellationToken)
    {
        try
        {
            return await client.ListFlowInstancesAsync(query, page with { Sorter = _sorter }, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (FlowServiceException e) when (_sorter is { IsDescending: false } && FlowClient.IsAboutSorter(e))
        {
            _sorter = null; // no order was requested, so the service's own order is better than no runs
            return await client.ListFlowInstancesAsync(query, page, cancellationToken)
                .ConfigureAwait(false);
        }
    }

    /// <summary>A run whose trigger time cannot be read comes where the service put it.</summary>
    private bool IsBefore(InstanceQueue one, InstanceQueue other)
    {
        var (time, otherTime) = (one.NextTime, other.NextTime);
        if (otherTime.Value is null) return false;
        return time.Value is null || (criteria.IsDescending ? time > otherTime : time < otherTime);
    }

    private bool IsNew(FlowInstance instance) => instance.FlowInstanceId is not { } id || _given.Add(id);

    /// <summary>
    /// The service looks for the text anywhere in the ID of the run and the name of the flow, and may ignore filters
    /// that it does not know. Only the window of trigger times is left to it: its times have no zone, so checking them
    /// here could lose a run.
    /// </summary>
    private bool IsWanted(FlowInstance instance) =>
        (criteria.FlowId is not { } id || instance.FlowId == id)
        && (criteria.NameParts.Count == 0
            || criteria.NameParts.Any(
                part => instance.FlowName?.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0))
        && (criteria.Statuses.Count == 0 || instance.Status is not { } status || criteria.Statuses.Contains(status));
}
