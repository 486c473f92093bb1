using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Analysis.Comparison;
using BatchFlows.Analysis.Diagnosis;
using BatchFlows.Analysis.MissedRuns;
using BatchFlows.Analysis.Statistics;
using BatchFlows.Analysis.Watching;
using BatchFlows.Client;
using BatchFlows.Model;
using BatchFlows.Model.Instances;

namespace BatchFlows.Procedures.Diagnosis;

/// <summary>Finds out why a run failed, and compares it with the runs around it.</summary>
/// <param name="client">Asks the service.</param>
/// <param name="window">How far back, and how far ahead, runs are compared.</param>
/// <param name="tail">How many lines of the log are wanted.</param>
internal sealed class RunDiagnoser(FlowClient client, TimeSpan window, int tail)
{
    private const int MostFailures = 10;
    private const int MostFailedTasks = 20;
    private const int MostDifferences = 10;

    private readonly RunsAround _runs = new(client, window);
    private readonly RunUpstream _upstream = new(client, window);

    /// <param name="run">The run, with its tasks.</param>
    /// <param name="backup">The definition as it once was; null for none.</param>
    /// <exception cref="FlowException">A call failed.</exception>
    public async Task<RunDiagnosis> DiagnoseAsync(
        FlowInstance run, FlowDefinition? backup, CancellationToken cancellationToken)
    {
        var first = await FirstFailureAsync(run, cancellationToken).ConfigureAwait(false);
        var (earlier, later) = await _runs.OfAsync(run, cancellationToken).ConfigureAwait(false);
        var flow = await FindAsync(client.GetFlowAsync, run, cancellationToken).ConfigureAwait(false);
        var open = await _upstream.ProblemsAsync(run, flow, cancellationToken).ConfigureAwait(false);
        var successes = earlier.Where(other => other.Status == InstanceStatus.Success).ToList();
        var good = successes.LastOrDefault();
        var usual = Durations.Median(successes.Select(other => other.Duration).OfType<TimeSpan>());
        var elapsed = Elapsed.Of(run.StartTime, run.EndTime, run.Status, client.Clock.GetUtcNow());
        var delay = StartDelay.Of(
            run, earlier.Count > 0 ? earlier[earlier.Count - 1] : null, client.Clock.GetUtcNow());
        var ahead = earlier.FirstOrDefault(other => other.Status?.IsEnded() == false)?.FlowInstanceId;
        var recovery = run.IsFailed || run.Status == InstanceStatus.Skip
            ? later.FirstOrDefault(other => other.Status == InstanceStatus.Success)?.FlowInstanceId
            : null;
        var definition = first is null && backup is null
            ? null
            : await FindAsync(client.ExportFlowAsync, run, cancellationToken).ConfigureAwait(false);
        var (log, unread) = await ReadLogAsync(first, cancellationToken).ConfigureAwait(false);
        // Without its log a failure cannot be compared; when there is no log, it may be like others without one.
        List<FlowInstance> failures = first is null || unread is { Kind: not FailureKind.InstanceNotFound }
            ? []
            : [.. earlier.Where(other => other.IsFailed).Reverse().Take(MostFailures)];
        var same = await Task.WhenAll(failures.Select(failure => EarlierFailure.IsSameAsync(
            client, failure, first!, log?.ErrorLine, cancellationToken))).ConfigureAwait(false);
        var notCompared = failures.Where((_, i) => same[i] is null).Select(failure => failure.FlowInstanceId ?? "");
        var successCode = definition?.Tasks.FirstOrDefault(task => task.TaskName == first?.TaskName)?.SuccessCode;
        return new()
        {
            FlowInstanceId = run.FlowInstanceId,
            FlowId = run.FlowId,
            FlowName = run.FlowName,
            Status = run.Status,
            TriggerTime = run.TriggerTime,
            Duration = run.Duration,
            UsualDuration = usual,
            Delay = delay?.Length,
            Cause = first is null
                ? CauseWords.Of(run, open, ahead, elapsed, usual, delay)
                : CauseWords.Of(first, log?.ExitCode, successCode, isLogRead: unread is null),
            TaskName = first?.TaskName,
            TaskInstanceId = first?.TaskInstanceId,
            ExitCode = log?.ExitCode,
            SuccessCode = successCode,
            Tries = first?.Tries ?? "",
            ErrorLine = log?.ErrorLine,
            Log = new ShownList<string>(log?.Lines.Skip(Math.Max(0, log.Lines.Count - tail)) ?? []),
            LogNotRead = unread is null ? null : FailedTaskLog.WhyUnread(unread),
            BlockedTasks = new ShownList<string>(FailedRun.BlockedBy(
                run, run.Graph.Tasks.FirstOrDefault(task => task.TaskInstanceId == first?.TaskInstanceId)?.NodeId)),
            OpenUpstream = new ShownList<string>(open.Select(upstream => upstream.FlowName).Distinct()),
            LastGoodRun = good?.FlowInstanceId,
            Changes = new ShownList<string>(
                (good is null ? [] : RunChanges.Of(good, run, flow)).Concat(DifferencesOf(backup, definition))),
            SeenBefore = same.Count(isSame => isSame == true),
            FailuresCompared = same.Count(isSame => isSame is not null),
            FailuresNotRead = new ShownList<string>(notCompared),
            RecoveredBy = recovery,
            NextStep = first is null
                ? CauseWords.NextStep(run, open, ahead, isSlow: elapsed > usual, isRecovered: recovery is not null)
                : CauseWords.NextStep(run, first, isRecovered: recovery is not null),
            ConnectionName = client.Connection.Name,
        };
    }

    /// <summary>The log, or why it cannot be read: the rest of the diagnosis is of use without it.</summary>
    private async Task<(AttemptLog? Log, FlowServiceException? Failure)> ReadLogAsync(
        TaskInstance? task, CancellationToken cancellationToken)
    {
        if (task?.TaskInstanceId is not { } id) return (null, null);
        try
        {
            return (await FailedTaskLog.ReadAsync(client, id, cancellationToken).ConfigureAwait(false), null);
        }
        catch (FlowServiceException e)
        {
            return (null, e);
        }
    }

    /// <summary>The task that failed first: its end tells, where the graph only knows that it failed.</summary>
    private async Task<TaskInstance?> FirstFailureAsync(FlowInstance run, CancellationToken cancellationToken)
    {
        var failed = await Task.WhenAll(FailedRun.FailedTasks(run).Take(MostFailedTasks).Select(
            task => client.GetTaskInstanceAsync(task.TaskInstanceId!, cancellationToken))).ConfigureAwait(false);
        return failed.OrderBy(task => task.EndTime?.Value ?? DateTime.MaxValue).FirstOrDefault();
    }

    private static IEnumerable<string> DifferencesOf(FlowDefinition? backup, FlowDefinition? definition) =>
        backup is null || definition is null
            ? []
            : FlowComparison.Of(backup, definition).Take(MostDifferences).Select(difference => $"{difference}");

    /// <summary>The flow may be deleted since.</summary>
    private static async Task<T?> FindAsync<T>(
        Func<long, CancellationToken, Task<T>> read, FlowInstance run, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return run.FlowId is { } id ? await read(id, cancellationToken).ConfigureAwait(false) : null;
        }
        catch (FlowException e) when (e.Kind == FailureKind.FlowNotFound)
        {
            return null;
        }
    }
}
