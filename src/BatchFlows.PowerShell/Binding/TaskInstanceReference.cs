namespace BatchFlows.Binding;

/// <summary>
/// A run of a task as a user names it: by its ID, or by an object that also carries its flow and run.
/// </summary>
public sealed class TaskInstanceReference
{
    internal TaskInstanceReference(
        string taskInstanceId, string? flowInstanceId = null, string? taskName = null, string? flowName = null) =>
        (TaskInstanceId, FlowInstanceId, TaskName, FlowName) = (taskInstanceId, flowInstanceId, taskName, flowName);

    /// <summary>ID of the task's run.</summary>
    public string TaskInstanceId { get; }

    /// <summary>ID of the flow's run; null when it was not told.</summary>
    public string? FlowInstanceId { get; }

    /// <summary>Name of the task; null when it was not told.</summary>
    public string? TaskName { get; }

    /// <summary>Name of the flow; null when it was not told.</summary>
    public string? FlowName { get; }

    /// <summary>The ID.</summary>
    public override string ToString() => TaskInstanceId;
}
