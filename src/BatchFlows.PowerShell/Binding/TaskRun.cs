namespace BatchFlows.Binding;

/// <summary>A run of a task as far as a command was told of it.</summary>
internal sealed record TaskRun(string TaskInstanceId, string? FlowInstanceId, string? TaskName);
