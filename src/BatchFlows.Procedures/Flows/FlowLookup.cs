using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;
using BatchFlows.Model.Failures;

namespace BatchFlows.Procedures.Flows;

/// <summary>
/// Finds flows by their exact names, with one search per name. Case matters only between names that differ in nothing
/// else. Thread-safe.
/// </summary>
/// <param name="command">The command that looks for flows, for what to type instead of a pattern.</param>
internal sealed class FlowLookup(string command)
{
    private static readonly char[] Wildcards = ['*', '?', '['];

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

    private async Task<FlowSummary> SearchAsync(
        FlowClient client, string name, CancellationToken cancellationToken)
    {
        var search = FlowSearch.OfOrganization(client, name);
        var alike = new List<FlowSummary>();
        var others = new List<string?>();
        while (await search.NextAsync(cancellationToken).ConfigureAwait(false) is { } page)
        {
            alike.AddRange(page.Where(flow =>
                flow.FlowId is not null && string.Equals(flow.FlowName, name, StringComparison.OrdinalIgnoreCase)));
            others.AddRange(page.Select(flow => flow.FlowName));
        }

        var exact = alike.FindAll(flow => flow.FlowName == name);
        if (exact.Count == 0) exact = alike;
        if (exact.Count == 1) return exact[0];
        if (exact.Count > 1) throw Ambiguous(name, exact);
        if (name.IndexOfAny(Wildcards) >= 0) throw NotExact(name);
        if (others.Count == 0)
            others.AddRange(await FindSimilarAsync(client, name, cancellationToken).ConfigureAwait(false));
        throw NotFound(name, NearNames.Ask(name, others));
    }

    /// <summary>Names that begin like an unknown one, one page of them, for the error message.</summary>
    private static async Task<IEnumerable<string?>> FindSimilarAsync(
        FlowClient client, string name, CancellationToken cancellationToken)
    {
        try
        {
            var page = await FlowSearch.OfOrganization(client, name.Substring(0, (name.Length + 1) / 2))
                .NextAsync(cancellationToken).ConfigureAwait(false);
            return (page ?? []).Select(flow => flow.FlowName);
        }
        catch (FlowServiceException)
        {
            return []; // the name is unknown all the same
        }
    }

    private static FlowException NotFound(string name, string question) => new(
        FailureKind.FlowNotFound,
        FlowException.Join($"No flow named '{name}' was found.", question),
        remedy: "List the flows with Get-BatchFlow.");

    private FlowException NotExact(string pattern) => new(
        FailureKind.FlowNotFound,
        $"No flow is named '{pattern}': -FlowId accepts exact names and no wildcards.",
        remedy: $"Use Get-BatchFlow -Name {PastedText.Of(pattern)} | {command}");

    private static FlowException Ambiguous(string name, List<FlowSummary> flows) => new(
        FailureKind.FlowNameAmbiguous,
        $"Several flows are named '{name}': "
            + string.Join(", ", flows.Select(flow => $"{flow.FlowId} '{flow.FlowName}'")) + ".");
}
