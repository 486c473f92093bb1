using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.MissedRuns;
using BatchFlows.Model.Failures;
using BatchFlows.Model.Instances;

namespace BatchFlows.Analysis.Diagnosis;

/// <summary>Says what happened to a run, and what to try next.</summary>
internal static class CauseWords
{
    /// <summary>What became of a run of which no task failed.</summary>
    /// <param name="run">The run.</param>
    /// <param name="open">The flows it waits for that have not succeeded.</param>
    /// <param name="ahead">ID of an earlier run of the flow that has not ended; null when all have.</param>
    /// <param name="elapsed">How long it has run; null when that is not known.</param>
    /// <param name="usual">How long runs usually take; null when that is not known.</param>
    /// <param name="delay">How late it started, or how long it waits; null when it was in time.</param>
    public static string Of(
        FlowInstance run, IReadOnlyList<UpstreamProblem> open, string? ahead, TimeSpan? elapsed, TimeSpan? usual,
        StartDelay? delay)
    {
        var what = run.Status switch
        {
            InstanceStatus.Success => "The run succeeded.",
            InstanceStatus.Cancel => "The run was cancelled.",
            InstanceStatus.Skip => "The service skipped the run.",
            { } status when status.IsFailed() => $"The run ended as {status}, and no task of it failed.",
            _ when run.StartTime is not null => Unended(run, elapsed, usual),
            _ => "The run has not started.",
        };
        // An unstarted run is behind the first run that has not ended, not only behind the one before it.
        var late = delay is { HasStarted: true } ? $"{delay}" : delay?.Words;
        if (late is not null) what += $" {char.ToUpperInvariant(late[0])}{late.Substring(1)}.";
        if (run.Status?.IsEnded() != true && run.StartTime is null && open.Count == 0 && ahead is not null)
            what += $" It is behind run {ahead} of the flow, which has not ended.";
        return open.Count > 0 ? $"{what} It waits for {string.Join("; ", open)}." : what;
    }

    /// <summary>Why a task failed.</summary>
    /// <param name="task">The task.</param>
    /// <param name="exitCode">The exit code of its command; null when it is not known.</param>
    /// <param name="successCode">The exit code that counts as success; null when it is not known.</param>
    /// <param name="isLogRead">False when its log could not be read.</param>
    public static string Of(TaskInstance task, int? exitCode, string? successCode, bool isLogRead = true)
    {
        var tries = task.RunNumber > 1 ? $" in each of {task.RunNumber} tries" : "";
        if (IsTimedOut(task))
        {
            var limit = task.Timeout is { } seconds ? FormattableString.Invariant($" of {seconds} s") : "";
            return $"Task '{task.TaskName}' took longer than its time limit{limit}{tries}.";
        }

        if (exitCode is not { } code)
        {
            return $"Task '{task.TaskName}' ended as {task.Status}{tries}."
                + (isLogRead ? "" : " Its log could not be read.");
        }

        var expected = string.IsNullOrEmpty(successCode) ? "0" : successCode;
        return FormattableString.Invariant($"{code}") == expected
            ? $"Task '{task.TaskName}' ended as {task.Status}{tries}, although its log shows exit code {code}."
            : $"Task '{task.TaskName}' ended with exit code {code}{tries}"
                + (string.IsNullOrEmpty(successCode) ? "." : $"; {successCode} counts as success.");
    }

    /// <summary>A command for the prompt; empty when there is nothing to do.</summary>
    /// <param name="isSlow">True when the run has run longer than runs usually do.</param>
    /// <param name="isRecovered">True when a later run succeeded.</param>
    public static string NextStep(
        FlowInstance run, IReadOnlyList<UpstreamProblem> open, string? ahead, bool isSlow, bool isRecovered)
    {
        if (open.Count > 0)
        {
            return open[0] switch
            {
                { FlowInstanceId: { } id } => $"Debug-BatchFlowInstance {Quoted(id)}",
                { HasSucceeded: true } due =>
                    FormattableString.Invariant($"Get-BatchFlowSchedule {due.FlowId} -Next 1"),
                var missing => FormattableString.Invariant($"Find-BatchFlowMissedRun {missing.FlowId} -Last 7d"),
            };
        }

        if (run.Status == InstanceStatus.Success || isRecovered) return "";
        if (run.Status?.IsEnded() == true) return FormattableString.Invariant($"Start-BatchFlow {run.FlowId} -Wait");
        if (isSlow) return $"Get-BatchFlowTaskLog -FlowInstanceId {Quoted(run.FlowInstanceId)} -Tail 20";
        return run.StartTime is null && ahead is not null
            ? $"Debug-BatchFlowInstance {Quoted(ahead)}"
            : $"Wait-BatchFlowInstance {Quoted(run.FlowInstanceId)}";
    }

    /// <summary>A command for the prompt, after the cause is mended.</summary>
    /// <param name="isRecovered">True when a later run succeeded.</param>
    public static string NextStep(FlowInstance run, TaskInstance task, bool isRecovered)
    {
        if (IsTimedOut(task)) return FormattableString.Invariant($"Measure-BatchFlow {run.FlowId} -By Task -Last 30d");
        return isRecovered
            ? ""
            : FormattableString.Invariant($"Start-BatchFlow {run.FlowId} -FromTask {Quoted(task.TaskName)} -Wait");
    }

    private static string Unended(FlowInstance run, TimeSpan? elapsed, TimeSpan? usual)
    {
        var time = elapsed is { } known ? $" It has run for {DurationWords.Of(known)}" : "";
        if (time.Length > 0) time += usual is { } most ? $"; usually it takes {DurationWords.Of(most)}." : ".";
        var running = string.Join(", ", run.Graph.Tasks
            .Where(task => task.Status is InstanceStatus.Running or InstanceStatus.Rerun)
            .Select(task => $"'{task.TaskName}'"));
        return $"The run has not ended, and no task of it failed.{time}"
            + (running.Length > 0 ? $" Running: {running}." : "");
    }

    private static bool IsTimedOut(TaskInstance task) =>
        task.Status == InstanceStatus.Timeout || task.IsTimeout == true;

    private static string Quoted(string? text) => PastedText.Of(text ?? "");
}
