using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Diagrams;

namespace BatchFlows.Analysis.Watching;

/// <summary>A run as it was last seen.</summary>
/// <param name="Run">The run, with the states of its tasks.</param>
/// <param name="Instances">The runs of its tasks, by their IDs, as far as they were read.</param>
/// <param name="Usual">How long it and its tasks usually run.</param>
internal sealed record WatchedRun(
    FlowInstance Run, IReadOnlyDictionary<string, TaskInstance> Instances, UsualTimes Usual)
{
    /// <summary>True when the runs of its tasks and the usual times are still being read.</summary>
    public bool IsPartial { get; init; }

    public IReadOnlyList<WatchedTask> Tasks => field ??= [.. Run.Graph.Tasks.Select(task => WatchedTask.Of(
        task, Instances.TryGetValue(task.TaskInstanceId ?? "", out var instance) ? instance : null,
        Usual.Of(task.TaskName)))];

    public DiagramMark Mark => StatusMarks.Of(Run.Status);

    /// <inheritdoc cref="WatchedTask.TimeText"/>
    public string TimeText(DateTimeOffset now) =>
        Elapsed.Words(Elapsed.Of(Run.StartTime, Run.EndTime, Run.Status, now), Usual.Flow, Run.Status);
}
