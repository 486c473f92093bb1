using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Serialization;

namespace BatchFlows.Sandbox;

/// <summary>One run of a flow, as the flow was when it was triggered.</summary>
internal sealed class FlowRun
{
    private FlowModel? _flow;
    private RunProgress? _progress;

    public required string InstanceId { get; init; }

    public required long FlowId { get; init; }

    /// <summary>The definition in a saved state; null for the definition of the flow's run before.</summary>
    [JsonPropertyName("Definition")]
    public string? SavedDefinition { get; set; }

    [JsonIgnore]
    public string Definition { get; set; } = "";

    public required string Creator { get; init; }

    /// <summary>Values of this run, as JSON text.</summary>
    public required string Parameters { get; init; }

    /// <summary>Business date, <c>yyyy-MM-dd</c>.</summary>
    public required string BusinessDate { get; init; }

    public required DateTimeOffset TriggerTime { get; init; }

    public required DateTimeOffset CreateTime { get; init; }

    /// <summary>True when the scheduler started it: it waits for the flows and tasks that the links name.</summary>
    public bool IsScheduled { get; init; }

    /// <summary>The tasks; null when they follow from the rest, because the run has ended by its history.</summary>
    [JsonPropertyName("Tasks")]
    public List<TaskRun>? KeptTasks { get; set; }

    /// <summary>Ids of the tasks in the order of <see cref="FlowModel.Tasks"/>, when it runs by a history.</summary>
    public IReadOnlyList<long>? PlannedTaskIds { get; init; }

    /// <summary>How long its tasks take and how they end; null when their commands say it.</summary>
    [JsonIgnore]
    public History? History { get; set; }

    /// <summary>Its place among the runs of the flow.</summary>
    [JsonIgnore]
    public int Number { get; set; }

    /// <summary>In the order of <see cref="FlowModel.Tasks"/>.</summary>
    [JsonIgnore]
    public IReadOnlyList<TaskRun> Tasks => KeptTasks ?? Replay.TasksOf(this);

    public IEnumerable<long> TaskIds => PlannedTaskIds ?? KeptTasks!.Select(task => task.TaskId);

    public DateTimeOffset? StartTime { get; set; }

    public DateTimeOffset? EndTime { get; set; }

    public RunStatus Status { get; set; }

    public FlowModel Flow => _flow ??= FlowModel.Of(Definition);

    public RunProgress Progress => _progress ??= new(this);

    /// <summary>When it may start: a time in the past means at once.</summary>
    public DateTimeOffset DueTime => TriggerTime > CreateTime ? TriggerTime : CreateTime;

    public DateTimeOffset UpdateTime => EndTime ?? StartTime ?? CreateTime;

    /// <summary>A task's command line with the values of this run in place of their names.</summary>
    public string CommandOf(TaskModel task) => Placeholders.Fill(task.Command, Parameters, BusinessDate);

    /// <summary>What a task's command does in one of its attempts, counted from 1.</summary>
    public PretendedCommand Pretend(TaskModel task, int attempt) =>
        History?.Attempt(this, task, attempt) ?? new PretendedCommand(CommandOf(task), attempt);

    /// <summary>Lets go what only a live run needs.</summary>
    public void Settle()
    {
        _progress = null;
        if (History is not null && Status is RunStatus.Success or RunStatus.Fail) KeptTasks = null;
    }
}
