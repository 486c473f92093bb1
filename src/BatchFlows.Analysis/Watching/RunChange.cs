using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Diagrams;
using BatchFlows.Model.Instances;

namespace BatchFlows.Analysis.Watching;

/// <summary>That a run, or a task of one, went to another state.</summary>
/// <param name="Time">When it did, by the server's clock; when that was seen, if it is not known.</param>
/// <param name="Name">Name of the task, or the names of the flow and its run.</param>
/// <param name="Mark">The state.</param>
/// <param name="Note">Its times.</param>
internal sealed record RunChange(DateTime Time, string Name, DiagramMark Mark, string Note)
{
    /// <summary>
    /// What changed, in the order of the times: the run itself first when it goes on, and last when not.
    /// </summary>
    /// <param name="before">The run as it was seen before; null for the first time.</param>
    /// <param name="after">The run now.</param>
    /// <param name="now">The time, by the clock that the run was read at.</param>
    public static IReadOnlyList<RunChange> Between(WatchedRun? before, WatchedRun after, DateTimeOffset now)
    {
        var known = before?.Tasks.GroupBy(KeyOf).ToDictionary(same => same.Key, same => same.First());
        var tasks = after.Tasks.Where(IsNew).Select(task => Of(task, after.Run, now)).OrderBy(change => change.Time);
        if (before is not null && before.Mark == after.Mark) return [.. tasks];
        var run = new RunChange(
            TimeOf(after.Run.StartTime, after.Run.EndTime, after.Run.Status, after.Run, now),
            DiagramDetails.Join(" ", after.Run.FlowName, after.Run.FlowInstanceId), after.Mark, after.TimeText(now));
        return after.Run.IsEnded ? [.. tasks, run] : [run, .. tasks];

        bool IsNew(WatchedTask task) => known is not null && known.TryGetValue(KeyOf(task), out var last)
            ? last.Mark != task.Mark || last.Tries != task.Tries
            : task.IsStarted;
    }

    private static string KeyOf(WatchedTask task) =>
        task.Node.NodeId ?? task.Node.TaskInstanceId ?? task.Node.TaskName ?? "";

    private static RunChange Of(WatchedTask task, FlowInstance run, DateTimeOffset now) => new(
        TimeOf(task.Start, task.End, task.Status, run, now), task.Name, task.Mark,
        DiagramDetails.Join(", ", task.TimeText(now), task.Tries));

    private static DateTime TimeOf(
        ServiceTime? start, ServiceTime? end, InstanceStatus? status, FlowInstance run, DateTimeOffset now) =>
        (status?.IsEnded() == true ? end : StatusMarks.Of(status) == DiagramMark.Running ? start : null)?.Value
        ?? now.ToOffset(run.Origin.Zone.Offset ?? TimeSpan.Zero).DateTime;
}
