namespace BatchFlows.Analysis.Graphs;

/// <summary>One thing waits for another.</summary>
/// <param name="Source">The node that is waited for.</param>
/// <param name="Target">The node that waits.</param>
internal readonly record struct FlowEdge(int Source, int Target)
{
    /// <summary>The link of the waiting flow; null between tasks of one flow.</summary>
    public Link? Link { get; init; }

    /// <summary>Why it does not work as it should; null when it does.</summary>
    public string? Problem { get; init; }

    /// <summary>True for a link that nothing waits for.</summary>
    public bool IsUnused { get; init; }
}
