using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Client;
using BatchFlows.Client.Requests;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Directories;
using BatchFlows.Procedures.Lists;

namespace BatchFlows.Commands;

/// <summary>The lists of flows that the service gives, each read as far as it is wanted. For the pipeline thread only.</summary>
/// <param name="thread">The pipeline thread.</param>
/// <param name="warn">Is told when a list may not be whole.</param>
internal sealed class FlowLists(PipelineThread thread, Action<string> warn)
{
    private readonly DirectoryTrees _trees = new();

    /// <param name="part">Part of the names that are wanted; null for all.</param>
    public IEnumerable<FlowSummary> OfOrganization(FlowClient client, string? part, Sorter? sorter)
    {
        var pages = new Pages<FlowSummary>((number, stop) => client.SearchFlowsAsync(part, new Page(number, Sorter: sorter), stop), flow => flow.FlowId);
        while (thread.Wait(pages.NextAsync(thread.Stopping)) is { } page)
        {
            foreach (var flow in page) yield return flow;
        }

        if (pages.IsIncomplete) warn("The service gives the same page again: the list may be incomplete.");
    }

    /// <param name="part">Part of the names that are wanted; null for all.</param>
    public IEnumerable<FlowSummary> OfUser(FlowClient client, string? part) => thread.Wait(client.GetMyFlowsAsync(part, thread.Stopping));

    public IEnumerable<FlowSummary> OfDirectory(FlowClient client, Func<DirectoryTree, FlowDirectory> find, bool recurse)
    {
        var directory = find(thread.Wait(_trees.GetAsync(client, thread.Stopping)));
        return (recurse ? directory.Walk() : [directory]).SelectMany(below => below.Flows);
    }
}
