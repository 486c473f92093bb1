using System;
using System.Collections.Generic;

namespace BatchFlows.Sandbox;

/// <summary>A task within one run.</summary>
internal sealed class TaskRun
{
    public required string InstanceId { get; init; }

    public required long TaskId { get; init; }

    public RunStatus Status { get; set; } = RunStatus.None;

    public List<TaskAttempt> Attempts { get; init; } = [];

    /// <summary>When the next attempt starts, while the status is <see cref="RunStatus.Rerun"/>.</summary>
    public DateTimeOffset RerunTime { get; set; }

    public static TaskRun Of(long taskId, DateTimeOffset triggerTime) => new()
    {
        InstanceId = NewRun.TaskInstanceId(taskId, triggerTime),
        TaskId = taskId,
    };
}
