using System;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Analysis.Backups;

/// <summary>The order in which flows can be created: each after those that it waits for.</summary>
internal static class UpstreamFirst
{
    /// <summary>
    /// Groups of flows that do not wait for each other, unless in a circle. Within a group, flows keep their order.
    /// </summary>
    public static IEnumerable<IReadOnlyList<T>> Groups<T>(
        IReadOnlyList<T> flows, Func<T, FlowDefinition> definitionOf)
        where T : class
    {
        var byName = flows.ToLookup(flow => definitionOf(flow).FlowName);
        var upstream = flows.ToDictionary(
            flow => flow, flow => LinksOf(definitionOf(flow)).SelectMany(link => byName[link.SourceFlowName]).ToList());
        var depths = new Dictionary<T, int>();
        var begun = new HashSet<T>();
        // No recursion, because a chain of flows may be longer than the stack.
        var open = new Stack<T>();
        foreach (var first in flows)
        {
            open.Push(first);
            while (open.Count > 0)
            {
                var flow = open.Peek();
                var next = begun.Add(flow) ? upstream[flow].Where(source => !begun.Contains(source)).ToList() : [];
                foreach (var source in next) open.Push(source);
                if (next.Count > 0) continue;
                open.Pop();
                if (!depths.ContainsKey(flow))
                    depths[flow] = upstream[flow]
                        .Select(source => depths.TryGetValue(source, out var depth) ? depth + 1 : 0)
                        .DefaultIfEmpty().Max();
            }
        }

        return flows.GroupBy(flow => depths[flow]).OrderBy(group => group.Key).Select(group => group.ToList());
    }

    public static IEnumerable<Link> LinksOf(FlowDefinition definition) =>
        definition.FlowLinks.Concat<Link>(definition.TaskLinks);
}
