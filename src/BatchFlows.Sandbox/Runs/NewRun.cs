using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace BatchFlows.Sandbox;

/// <summary>Makes a run out of a flow as it is now.</summary>
internal static class NewRun
{
    /// <summary>The id of a run: the flow's, and the trigger time in UTC cut to the minute.</summary>
    public static string InstanceId(long flowId, DateTimeOffset triggerTime) => $"{flowId}-{Digits(triggerTime)}";

    /// <summary>The id of a task of a run, made like that of the run.</summary>
    public static string TaskInstanceId(long taskId, DateTimeOffset triggerTime) => $"{taskId}-{Digits(triggerTime)}";

    /// <param name="flow">The flow to run.</param>
    /// <param name="taskIds">Ids of its tasks, in their order.</param>
    /// <param name="triggerTime">When it is meant to start.</param>
    /// <param name="now">When it was asked for.</param>
    /// <param name="zone">The server's distance to UTC, for the business date.</param>
    /// <param name="parameters">Values of this run; the flow's own when absent.</param>
    /// <param name="fromTask">The task to start from; all tasks run when absent.</param>
    /// <param name="history">How long its tasks take and how they end; their commands say it when absent.</param>
    /// <param name="isScheduled">True when the scheduler starts it.</param>
    public static FlowRun Of(
        StoredFlow flow,
        IReadOnlyList<long> taskIds,
        DateTimeOffset triggerTime,
        DateTimeOffset now,
        TimeSpan zone,
        string? parameters = null,
        string? fromTask = null,
        History? history = null,
        bool isScheduled = false)
    {
        var model = flow.Model;
        var chosen = fromTask is null ? null : Rerun(model, fromTask);
        return new()
        {
            InstanceId = InstanceId(flow.Id, triggerTime),
            FlowId = flow.Id,
            Definition = flow.Definition,
            Creator = flow.Creator,
            Parameters = parameters ?? model.Parameters,
            BusinessDate = triggerTime.ToOffset(zone).AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            TriggerTime = triggerTime,
            CreateTime = now,
            IsScheduled = isScheduled,
            History = history,
            PlannedTaskIds = history is null ? null : taskIds,
            KeptTasks = [.. taskIds.Zip(model.Tasks, Task)],
        };

        TaskRun Task(long id, TaskModel task)
        {
            var run = TaskRun.Of(id, triggerTime);
            if (chosen?.Contains(task.Name) == false) run.Status = RunStatus.Skip;
            return run;
        }
    }

    private static string Digits(DateTimeOffset triggerTime) =>
        triggerTime.ToUniversalTime().ToString("yyyyMMddHHmm'00'", CultureInfo.InvariantCulture);

    /// <summary>A task and all that follow it over relations which rerun.</summary>
    private static HashSet<string> Rerun(FlowModel model, string fromTask)
    {
        var targets = model.Relations.Where(relation => relation.Rerun)
            .ToLookup(relation => relation.Source, relation => relation.Target);
        var chosen = new HashSet<string>();
        var next = new Stack<string>([fromTask]);
        while (next.Count > 0)
        {
            var name = next.Pop();
            if (!chosen.Add(name)) continue;
            foreach (var target in targets[name]) next.Push(target);
        }
        return chosen;
    }
}
