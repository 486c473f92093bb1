using System;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows.Pipeline;

/// <summary>
/// The bridge between concurrent work and the one thread on which a cmdlet may write: waits there for a task and
/// meanwhile runs what the work posts. Stopping only cancels; the wait ends at once, whatever the work is doing.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "Work that is still ending may post after the command is gone.")]
internal sealed class PipelineThread
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMilliseconds(200);

    private readonly ConcurrentQueue<Action> _posted = new();
    private readonly SemaphoreSlim _signal = new(0);
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Called while the thread waits, some times a second.</summary>
    public Action? Idle { get; set; }

    /// <summary>Called when the thread has waited, before anything is written.</summary>
    public Action? Resuming { get; set; }

    /// <summary>Cancelled when the pipeline stops or the command ends.</summary>
    public CancellationToken Stopping => _stop.Token;

    public void Stop() => _stop.Cancel();

    /// <summary>Runs an action on the pipeline thread, at its next wait. Any thread may call this.</summary>
    public void Post(Action action)
    {
        _posted.Enqueue(action);
        _signal.Release();
    }

    public void RunPosted()
    {
        while (_posted.TryDequeue(out var action))
        {
            Resuming?.Invoke();
            action();
        }
    }

    /// <summary>Waits for a task on the pipeline thread and returns its result, or throws what it threw.</summary>
    /// <exception cref="PipelineStoppedException">The pipeline was stopped.</exception>
    public T Wait<T>(Task<T> task)
    {
        Wait((Task)task);
#pragma warning disable VSTHRD002 // The task is complete.
        return task.Result;
#pragma warning restore VSTHRD002
    }

    /// <summary>Waits for a task on the pipeline thread, to its end or until the pipeline is stopped.</summary>
    public void TryWait(Task task)
    {
        while (!task.IsCompleted && !_stop.IsCancellationRequested)
        {
            try
            {
                Wait(task);
            }
            catch (Exception e) when (e is PipelineStoppedException || task.IsCompleted)
            {
                // The outcome is in the task, or actions posted by other work can no longer be written.
            }
        }
    }

    /// <summary>Waits for a task on the pipeline thread, or throws what it threw.</summary>
    /// <exception cref="PipelineStoppedException">The pipeline was stopped.</exception>
    public void Wait(Task task)
    {
        if (!task.IsCompleted)
        {
            _ = task.ContinueWith(
                static (_, signal) => ((SemaphoreSlim)signal!).Release(),
                _signal,
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }

        try
        {
            while (!task.IsCompleted)
            {
                _signal.Wait(LongestSilence, _stop.Token);
                RunPosted();
                Idle?.Invoke();
            }

            RunPosted();
            if (!task.IsCanceled) Resuming?.Invoke(); // nothing is written after a stop
            // The task is complete; this is the one place where work comes back to the pipeline thread.
#pragma warning disable VSTHRD002
            task.GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }
}
