using System;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Sandbox;

/// <summary>
/// The tasks of a run that has ended by its history: it runs again, which has the same result each time.
/// </summary>
internal static class Replay
{
    public static List<TaskRun> TasksOf(FlowRun run)
    {
        var again = new FlowRun
        {
            InstanceId = run.InstanceId,
            FlowId = run.FlowId,
            Definition = run.Definition,
            Creator = run.Creator,
            Parameters = run.Parameters,
            BusinessDate = run.BusinessDate,
            TriggerTime = run.TriggerTime,
            CreateTime = run.CreateTime,
            History = run.History,
            KeptTasks = [.. run.PlannedTaskIds!.Select(id => TaskRun.Of(id, run.TriggerTime))],
        };
        again.Progress.Start(run.StartTime!.Value, TimeSpan.Zero);
        while (again.Progress.NextEvent is not null) again.Progress.Step(TimeSpan.Zero);
        return again.KeptTasks;
    }
}
