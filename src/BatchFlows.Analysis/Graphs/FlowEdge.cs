namespace BatchFlows.Analysis.Graphs;

/// <summary>One thing waits for another.</summary>
/// <param name="Source">What is waited for.</param>
/// <param name="Target">What waits.</param>
internal sealed record FlowEdge(FlowVertex Source, FlowVertex Target)
{
    /// <summary>The link of the waiting flow; null between tasks of one flow.</summary>
    public Link? Link { get; init; }

    /// <summary>Why it does not work as it should; null when it does.</summary>
    public string? Problem { get; init; }

    /// <summary>False for a link that nothing waits for.</summary>
    public bool HasEffect { get; init; } = true;
}
