using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Analysis.Backups;
using BatchFlows.Client;

namespace BatchFlows.Procedures.Flows;

/// <summary>All flows of an organisation, with the directories in which they are.</summary>
/// <param name="Flows">The flows: those in directories first.</param>
/// <param name="Directories">All directories but the root, as names from below it.</param>
/// <param name="IsIncomplete">True when the service has shown no end of the list.</param>
internal sealed record OrganizationFlows(
    IReadOnlyList<FlowPlace> Flows, IReadOnlyList<IReadOnlyList<string>> Directories, bool IsIncomplete)
{
    /// <exception cref="FlowException">A call failed.</exception>
    public static async Task<OrganizationFlows> ListAsync(FlowClient client, CancellationToken cancellationToken)
    {
        var flows = new Dictionary<long, FlowPlace>();
        var directories = new List<IReadOnlyList<string>>();
        var roots = await client.ListDirectoriesAsync(cancellationToken).ConfigureAwait(false);
        foreach (var root in roots) Take(root, []);

        // A directory may hide flows that the search finds.
        var search = FlowSearch.OfOrganization(client);
        while (await search.NextAsync(cancellationToken).ConfigureAwait(false) is { } page)
        {
            foreach (var flow in page) Add(flow, null);
        }

        return new OrganizationFlows([.. flows.Values], directories, search.IsIncomplete);

        void Take(FlowDirectory directory, string[] names)
        {
            if (names.Length > 0) directories.Add(names);
            foreach (var flow in directory.Flows) Add(flow, names);
            foreach (var below in directory.Directories) Take(below, [.. names, below.Name ?? ""]);
        }

        void Add(FlowSummary flow, string[]? names)
        {
            if (flow.FlowId is { } id && !flows.ContainsKey(id))
                flows.Add(id, new FlowPlace(id, flow.FlowName ?? "", names));
        }
    }
}
