using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;

namespace BatchFlows.Procedures.Flows;

/// <summary>
/// Finds flows by their exact names, each with one search however often it is wanted. Case matters only between names
/// that differ in nothing else. Any thread may use it.
/// </summary>
internal sealed class FlowLookup
{
    private const int MostSimilar = 3;

    private readonly Dictionary<(FlowConnection, string), Task<FlowSummary>> _found = [];

    /// <exception cref="FlowException">A call failed, or not exactly one flow has the name.</exception>
    public Task<FlowSummary> FindAsync(FlowClient client, string name, CancellationToken cancellationToken)
    {
        lock (_found)
        {
            if (!_found.TryGetValue((client.Connection, name), out var flow))
                _found[(client.Connection, name)] = flow = SearchAsync(client, name, cancellationToken);
            return flow;
        }
    }

    private static async Task<FlowSummary> SearchAsync(
        FlowClient client, string name, CancellationToken cancellationToken)
    {
        var search = FlowSearch.OfOrganization(client, name);
        var alike = new List<FlowSummary>();
        var similar = new List<string>();
        while (await search.NextAsync(cancellationToken).ConfigureAwait(false) is { } page)
        {
            alike.AddRange(page.Where(flow =>
                flow.FlowId is not null && string.Equals(flow.FlowName, name, StringComparison.OrdinalIgnoreCase)));
            similar = Closest(name, similar.Concat(NamesOf(page)));
        }

        var exact = alike.FindAll(flow => flow.FlowName == name);
        if (exact.Count == 0) exact = alike;
        if (exact.Count == 1) return exact[0];
        if (exact.Count > 1) throw Ambiguous(name, exact);
        if (similar.Count == 0) similar = await FindSimilarAsync(client, name, cancellationToken).ConfigureAwait(false);
        throw NotFound(name, similar);
    }

    /// <summary>Names that begin like one that no name contains: one page of them, for the error only.</summary>
    private static async Task<List<string>> FindSimilarAsync(
        FlowClient client, string name, CancellationToken cancellationToken)
    {
        try
        {
            var page = await FlowSearch.OfOrganization(client, name.Substring(0, (name.Length + 1) / 2))
                .NextAsync(cancellationToken).ConfigureAwait(false);
            return Closest(name, NamesOf(page ?? []));
        }
        catch (FlowServiceException)
        {
            return []; // that there is no flow of this name is known all the same
        }
    }

    private static IEnumerable<string> NamesOf(IEnumerable<FlowSummary> flows) =>
        flows.Select(flow => flow.FlowName).OfType<string>();

    private static List<string> Closest(string name, IEnumerable<string> names) =>
    [
        .. names.Distinct()
            .OrderByDescending(other => CommonStart(name, other))
            .ThenBy(other => Math.Abs(other.Length - name.Length))
            .ThenBy(other => other, StringComparer.Ordinal)
            .Take(MostSimilar),
    ];

    private static int CommonStart(string one, string other) => one.Zip(other, (first, second) =>
        char.ToUpperInvariant(first) == char.ToUpperInvariant(second)).TakeWhile(isSame => isSame).Count();

    private static FlowException NotFound(string name, List<string> similar)
    {
        var names = string.Join(", ", similar.Select(other => $"'{other}'"));
        return new FlowException(
            FailureKind.FlowNotFound,
            $"No flow named '{name}' was found." + (similar.Count == 0 ? "" : $" Similar names: {names}."),
            remedy: "Get-BatchFlow lists the flows, and -FlowId takes an ID or an exact name.");
    }

    private static FlowException Ambiguous(string name, List<FlowSummary> flows) => new(
        FailureKind.FlowNameAmbiguous,
        $"{flows.Count} flows are named '{name}': "
            + string.Join(", ", flows.Select(flow => $"{flow.FlowId} '{flow.FlowName}'")) + ".");
}
