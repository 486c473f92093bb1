namespace BatchFlows;

/// <summary>A line of the log of a run of a task.</summary>
/// <param name="TaskInstanceId">ID of the task's run.</param>
/// <param name="FlowInstanceId">ID of the run of the flow; null when it is not known.</param>
/// <param name="TaskName">Name of the task; null when it is not known.</param>
/// <param name="LineNumber">
/// Line number from 1, counted from the first line received. If the log was truncated, that may not be its first line.
/// </param>
/// <param name="Text">Its text.</param>
/// <param name="ConnectionName">Name of the connection it came through.</param>
public sealed record TaskLogLine(
    string TaskInstanceId, string? FlowInstanceId, string? TaskName, long LineNumber, string Text,
    string ConnectionName)
{
    /// <summary>True among lines of other tasks: then its text begins with the name of the task.</summary>
    public bool HasPrefix { get; init; }

    /// <summary>The text; among lines of other tasks <c>[task] text</c>.</summary>
    public override string ToString() => HasPrefix ? $"[{TaskName ?? TaskInstanceId}] {Text}" : Text;
}
