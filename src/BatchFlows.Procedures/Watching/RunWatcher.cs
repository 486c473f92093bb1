using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Analysis.Watching;
using BatchFlows.Client;
using BatchFlows.Model.Instances;
using BatchFlows.Procedures.Instances;

namespace BatchFlows.Procedures.Watching;

/// <summary>Waits for a run to end, and reads the times of its tasks when they start and when they end.</summary>
/// <param name="client">Asks the service.</param>
/// <param name="timeLimit">How long to wait; null for no limit.</param>
internal sealed class RunWatcher(FlowClient client, TimeSpan? timeLimit)
{
    // Somebody is looking.
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, InstanceStatus?> _statuses = [];
    private readonly Dictionary<string, TaskInstance> _instances = [];
    private Task<UsualTimes>? _usual;

    /// <summary>Receives the run each time that it was looked at, one after the other, on any thread.</summary>
    public Action<WatchedRun>? Seen { get; set; }

    /// <summary>The time, by the clock that runs are read at.</summary>
    public DateTimeOffset Now => client.Clock.GetUtcNow();

    /// <inheritdoc cref="InstanceWaiter.WaitForOutcomeAsync"/>
    public async Task<WaitedRun> WatchAsync(string flowInstanceId, CancellationToken cancellationToken)
    {
        using var readingTasks = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var readingUsual = CancellationTokenSource.CreateLinkedTokenSource(readingTasks.Token);
        var last = Task.CompletedTask;
        var waiter = new InstanceWaiter(
            client, timeLimit, run => last = SeeAsync(last, run, readingTasks.Token, readingUsual.Token))
        {
            LongestPause = LongestPause,
        };
        var waited = await waiter.WaitForOutcomeAsync(flowInstanceId, isNew: false, cancellationToken)
            .ConfigureAwait(false);
        // The last state of the tasks is still worth their calls, but not after the time limit.
#pragma warning disable VSTHRD103 // netstandard2.0 has no CancelAsync.
        (waited.IsEnded ? readingUsual : readingTasks).Cancel();
#pragma warning restore VSTHRD103
        await last.ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return waited;
    }

    private async Task SeeAsync(
        Task before, FlowInstance run, CancellationToken readingTasks, CancellationToken readingUsual)
    {
#pragma warning disable VSTHRD003 // The look before this one does not wait for it.
        await before.ConfigureAwait(false);
#pragma warning restore VSTHRD003
        if (_usual is null)
        {
            Seen?.Invoke(
                new WatchedRun(run, new Dictionary<string, TaskInstance>(), UsualTimes.None) { IsPartial = true });
            _usual = run.Status?.IsEnded() == true
                ? Task.FromResult(UsualTimes.None)
                : UsualTimesReader.ReadAsync(client, run, readingUsual);
        }

        TaskNode[] due = [.. run.Graph.Tasks.Where(IsDue)]; // before the first answer, which changes what is known
        await Task.WhenAll(due.Select(task => ReadAsync(task, readingTasks))).ConfigureAwait(false);
        var usual = await _usual.ConfigureAwait(false);
        Seen?.Invoke(new WatchedRun(run, new Dictionary<string, TaskInstance>(_instances), usual));
    }

    /// <summary>True for a task that started or ended since the last look, or could not be read then.</summary>
    private bool IsDue(TaskNode task)
    {
        if (task is not { TaskInstanceId: { } id, Status: { } status }) return false;
        if (_statuses.TryGetValue(id, out var known) && known == status) return false;
        _statuses[id] = status;
        _instances.Remove(id); // of a state, or a try, that is over
        return status is InstanceStatus.Running or InstanceStatus.Rerun
            || (status.IsEnded() && status != InstanceStatus.Skip);
    }

    /// <summary>What cannot be read is read again at the next look.</summary>
    private async Task ReadAsync(TaskNode task, CancellationToken cancellationToken)
    {
        var id = task.TaskInstanceId!;
        TaskInstance? instance = null;
        try
        {
            instance = await client.GetTaskInstanceAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is FlowServiceException or OperationCanceledException)
        {
            // The run is watched without its times.
        }

        lock (_instances)
        {
            if (instance is not null) _instances[id] = instance;
            else _statuses[id] = null;
        }
    }
}
