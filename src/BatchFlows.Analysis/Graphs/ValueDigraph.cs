using System.Collections.Generic;

namespace BatchFlows.Analysis.Graphs;

/// <summary>A graph whose nodes stand for values.</summary>
internal sealed class ValueDigraph<T>(
    IReadOnlyList<T> nodes, IReadOnlyDictionary<T, int> indexes, (int Source, int Target)[] edges)
    : Digraph(nodes.Count, edges)
    where T : notnull
{
    /// <summary>The values, in the order of the nodes.</summary>
    public IReadOnlyList<T> Nodes => nodes;

    /// <summary>The node of a value; null for an unknown one.</summary>
    public int? Find(T value) => indexes.TryGetValue(value, out var index) ? index : null;
}
