namespace BatchFlows.Analysis.Diagrams;

/// <summary>
/// What makes a node or an edge different from others: how it ran, how it changed, or what is wrong with it.
/// </summary>
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
    Broken,
    Circle,
}
