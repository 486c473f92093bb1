using System;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;

namespace BatchFlows.Sandbox;

/// <summary>A task of a run as Get Task Instance answers it.</summary>
internal static class TaskInstanceAnswer
{
    private const int Shell = 3;
    private const int DataSynchronisation = 7;
    private const int Python = 8;

    public static JsonObject Of(TimeText times, FlowRun run, TaskRun task, TaskModel model)
    {
        var status = task.Status.Numbered();
        var hasEnded = task.Status is RunStatus.Success or RunStatus.Fail or RunStatus.Timeout or RunStatus.Cancel;
        return new()
        {
            ["instanceId"] = task.InstanceId,
            ["taskId"] = task.TaskId,
            ["taskName"] = model.Name,
            ["cycle"] = run.Flow.Cycle,
            ["status"] = (int)status,
            ["runNum"] = task.Attempts.Count,
            ["type"] = TypeNumber(model.Type),
            ["syncType"] = model.SyncType,
            ["freq"] = model.Cron.Length > 0 ? model.Cron : null,
            ["ifPre"] = 0,
            ["stsDesc"] = status.Name(),
            ["recallNum"] = Math.Max(task.Attempts.Count - 1, 0),
            ["triggerTime"] = times.Seconds(run.TriggerTime),
            ["timeout"] = model.Timeout,
            ["recallLimit"] = model.RetryLimit,
            ["recallInterval"] = model.RetryInterval,
            ["startTime"] = times.Seconds(task.Attempts.LastOrDefault()?.Start),
            ["endTime"] = hasEnded ? times.Seconds(task.Attempts.LastOrDefault()?.End) : null,
            ["timeStamp"] = times.Java(run.CreateTime),
            ["isTimeout"] = task.Status == RunStatus.Timeout,
            ["flowInstId"] = run.InstanceId,
            ["doAs"] = SubmitterOf(run, model),
            ["alert"] = false,
            ["runMode"] = model.RunMode,
            ["cmd"] = model.Command,
            ["hasResourceBefore"] = false,
            ["resourceName"] = "",
            ["fileName"] = "",
            ["resourceVersion"] = "",
        };
    }

    public static string SubmitterOf(FlowRun run, TaskModel task) =>
        task.Submitter.Length > 0 ? task.Submitter : run.Flow.Submitter;

    private static int TypeNumber(string type) => type.ToUpperInvariant() switch
    {
        "PYTHON" => Python,
        "DATA_INTEGRATION" => DataSynchronisation,
        _ => int.TryParse(type, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Shell,
    };
}
