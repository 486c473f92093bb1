using System;
using System.Collections.Generic;
using BatchFlows.Model.Instances;

namespace BatchFlows.Analysis.Diagnosis;

/// <summary>Says what happened to a run, and what to try next.</summary>
internal static class CauseWords
{
    /// <summary>What became of a run of which no task failed.</summary>
    /// <param name="run">The run.</param>
    /// <param name="open">The flows it waits for that have not succeeded.</param>
    public static string Of(FlowInstance run, IReadOnlyList<UpstreamState> open)
    {
        var what = run.Status switch
        {
            InstanceStatus.Success => "The run succeeded.",
            InstanceStatus.Cancel => "The run was cancelled.",
            InstanceStatus.Skip => "The service skipped the run.",
            { } status when status.IsFailed() => $"The run ended as {status}, and no task of it failed.",
            _ when run.StartTime is null => "The run has not started.",
            _ => "The run has not ended, and no task of it failed.",
        };
        return open.Count > 0 ? $"{what} It waits for {string.Join("; ", open)}." : what;
    }

    /// <summary>Why a task failed.</summary>
    /// <param name="task">The task.</param>
    /// <param name="exitCode">The exit code of its command; null when it is not known.</param>
    /// <param name="successCode">The exit code that counts as success; null when it is not known.</param>
    public static string Of(TaskInstance task, int? exitCode, string? successCode)
    {
        var tries = task.RunNumber > 1 ? $" in each of {task.RunNumber} tries" : "";
        if (task.Status == InstanceStatus.Timeout || task.IsTimeout == true)
            return $"Task '{task.TaskName}' took longer than its time limit of {task.Timeout} s{tries}.";
        return exitCode is { } code
            ? $"Task '{task.TaskName}' ended with exit code {code}{tries}"
                + (string.IsNullOrEmpty(successCode) ? "." : $"; {successCode} counts as success.")
            : $"Task '{task.TaskName}' ended as {task.Status}{tries}.";
    }

    /// <summary>A command for the prompt; empty when there is nothing to do.</summary>
    public static string NextStep(FlowInstance run, IReadOnlyList<UpstreamState> open)
    {
        if (open.Count > 0)
        {
            return open[0].FlowInstanceId is { } id
                ? $"Debug-BatchFlowInstance {Quoted(id)}"
                : FormattableString.Invariant($"Find-BatchFlowMissedRun {open[0].FlowId} -Last 7d");
        }

        return run.Status switch
        {
            InstanceStatus.Success => "",
            { } status when status.IsEnded() => FormattableString.Invariant($"Start-BatchFlow {run.FlowId} -Wait"),
            _ => $"Wait-BatchFlowInstance {Quoted(run.FlowInstanceId)}",
        };
    }

    /// <summary>A command for the prompt, after the cause is mended.</summary>
    public static string NextStep(FlowInstance run, TaskInstance task) => task.Status == InstanceStatus.Timeout
        ? FormattableString.Invariant($"Measure-BatchFlow {run.FlowId} -By Task -Last 30d")
        : FormattableString.Invariant($"Start-BatchFlow {run.FlowId} -FromTask {Quoted(task.TaskName)} -Wait");

    private static string Quoted(string? text) => $"'{(text ?? "").Replace("'", "''")}'";
}
