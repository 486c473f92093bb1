using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Model.Definitions;

namespace BatchFlows.Analysis.Graphs;

/// <summary>The order in which flows can be created: each after those that it waits for.</summary>
internal static class UpstreamFirst
{
    /// <summary>
    /// Groups of flows that do not wait for each other, unless in a circle. Within a group, flows keep their order.
    /// </summary>
    public static IEnumerable<IReadOnlyList<T>> Groups<T>(
        IReadOnlyList<T> flows, Func<T, FlowDefinition> definitionOf)
    {
        var all = Enumerable.Range(0, flows.Count).ToList();
        var byName = all.ToLookup(i => definitionOf(flows[i]).FlowName);
        var graph = Digraph.Of(
            all,
            all.SelectMany(i => definitionOf(flows[i]).Links().SelectMany(
                link => byName[link.SourceFlowName].Select(source => (source, i)))));
        var layers = Components.In(graph).Layers(graph);
        return all.GroupBy(i => layers[i]).OrderBy(group => group.Key)
            .Select(group => group.Select(i => flows[i]).ToList());
    }
}
