using System;
using System.Collections.Generic;

namespace BatchFlows.Sandbox;

/// <summary>One run of a flow, as the flow was when it was triggered.</summary>
internal sealed class FlowRun
{
    private FlowModel? _flow;
    private RunProgress? _progress;

    public required string InstanceId { get; init; }

    public required long FlowId { get; init; }

    public required string Definition { get; init; }

    public required string Creator { get; init; }

    /// <summary>Values of this run, as JSON text.</summary>
    public required string Parameters { get; init; }

    /// <summary>Business date, <c>yyyy-MM-dd</c>.</summary>
    public required string BusinessDate { get; init; }

    public required DateTimeOffset TriggerTime { get; init; }

    public required DateTimeOffset CreateTime { get; init; }

    /// <summary>In the order of <see cref="FlowModel.Tasks"/>.</summary>
    public required List<TaskRun> Tasks { get; init; }

    public DateTimeOffset? StartTime { get; set; }

    public DateTimeOffset? EndTime { get; set; }

    public RunStatus Status { get; set; }

    public FlowModel Flow => _flow ??= FlowModel.Read(Definition);

    public RunProgress Progress => _progress ??= new(this);

    /// <summary>When it may start: a time in the past means at once.</summary>
    public DateTimeOffset DueTime => TriggerTime > CreateTime ? TriggerTime : CreateTime;

    public DateTimeOffset UpdateTime => EndTime ?? StartTime ?? CreateTime;

    /// <summary>A task's command line with the values of this run in place of their names.</summary>
    public string CommandOf(TaskModel task) => Placeholders.Fill(task.Command, Parameters, BusinessDate);
}
