using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;
using BatchFlows.Client.Requests;
using BatchFlows.Procedures.Directories;
using BatchFlows.Procedures.Lists;

namespace BatchFlows.Procedures.Flows;

/// <summary>
/// A list of flows: those of the organisation, of the user or of a directory. Pages are requested as needed.
/// </summary>
internal sealed class FlowSearch
{
    private readonly Pages<FlowSummary> _pages;

    private FlowSearch(
        Func<Page, CancellationToken, Task<IReadOnlyList<FlowSummary>>> ask, PageNumbering numbering,
        Func<long> changes) =>
        _pages = new Pages<FlowSummary>(ask, flow => flow.FlowId, numbering, changes);

    /// <summary>True when the service has shown no end of the list.</summary>
    public bool IsIncomplete => _pages.IsIncomplete;

    /// <param name="part">Part of the names that are wanted; null for all.</param>
    public static FlowSearch OfOrganization(FlowClient client, string? part = null, Sorter? sorter = null) =>
        new(
            (page, cancellationToken) =>
                client.SearchFlowsAsync(part, page with { Sorter = sorter }, cancellationToken),
            client.Connection.Dialect.FlowPages,
            () => client.Connection.Changes.Value);

    /// <param name="part">Part of the names that are wanted; null for all.</param>
    public static FlowSearch OfUser(FlowClient client, string? part) =>
        OnePage(cancellationToken => client.GetMyFlowsAsync(part, cancellationToken));

    /// <param name="find">Chooses the directories.</param>
    /// <param name="recurse">True to include the flows of all directories below.</param>
    public static FlowSearch OfDirectory(
        FlowClient client, DirectoryTrees trees, Func<DirectoryTree, IReadOnlyList<FlowDirectory>> find,
        bool recurse) => OnePage(async cancellationToken =>
    {
        var found = find(await trees.GetAsync(client, cancellationToken).ConfigureAwait(false));
        return (recurse ? found.SelectMany(directory => directory.Walk()) : found)
            .SelectMany(directory => directory.Flows).ToArray();
    });

    /// <summary>The next flows; null at the end of the list.</summary>
    /// <exception cref="FlowException">The call failed, or there is no such directory.</exception>
    public Task<IReadOnlyList<FlowSummary>?> NextAsync(CancellationToken cancellationToken) =>
        _pages.NextAsync(cancellationToken);

    private static FlowSearch OnePage(Func<CancellationToken, Task<IReadOnlyList<FlowSummary>>> list) =>
        new(
            (page, cancellationToken) => page.Number == 1
                ? list(cancellationToken)
                : Task.FromResult<IReadOnlyList<FlowSummary>>([]),
            new PageNumbering { First = 1 },
            () => 0);
}
