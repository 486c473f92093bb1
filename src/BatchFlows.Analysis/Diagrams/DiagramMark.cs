namespace BatchFlows.Analysis.Diagrams;

/// <summary>What makes a node or an edge different from others: how it ran, or how it changed.</summary>
internal enum DiagramMark
{
    None,
    Added,
    Removed,
    Changed,
    Success,
    Failed,
    TimedOut,
    Running,
    Waiting,
    NotStarted,
    Skipped,
    Cancelled,
}
