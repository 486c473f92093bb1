using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;
using BatchFlows.Procedures.Throttling;

namespace BatchFlows.Pipeline;

/// <summary>
/// The items that a command works on at once. Results are written in the order of the items, each as soon as it and
/// those before it are there; an item that fails becomes one error record, and the others go on. For the pipeline
/// thread only.
/// </summary>
/// <param name="thread">The pipeline thread.</param>
/// <param name="limit">How many items are worked on at once.</param>
/// <param name="fail">Writes the error record of an item.</param>
internal sealed class WorkQueue(PipelineThread thread, int limit, Action<Item, FlowException> fail)
{
    // Results are written in order. With a smaller window, one slow item would leave the other workers idle.
    private const int WindowFactor = 8;

    private readonly Queue<IPending> _unwritten = new();
    private readonly Queue<IPending> _later = new();
    private readonly Throttle _throttle = new(limit);
    private bool _isWriting;

    private interface IPending
    {
        bool IsDone { get; }

        void Write();
    }

    /// <summary>Starts work on an item as soon as the limit allows.</summary>
    /// <param name="work">The work, on any thread.</param>
    /// <param name="write">Writes the result.</param>
    public void Add<T>(Item item, Func<FlowClient, CancellationToken, Task<T>> work, Action<T> write)
    {
        if (item.Failure is { } failure)
        {
            Add(item, Task.FromException<T>(failure), write);
            return;
        }

        var pending = new Work<T>(this, item, work, write);
        _throttle.Run(pending);
        Append(pending);
    }

    /// <summary>Starts work without a result on an item as soon as the limit allows.</summary>
    public void Add(Item item, Func<FlowClient, CancellationToken, Task> work)
    {
        Add(item, WorkAsync, static _ => { });

        async Task<bool> WorkAsync(FlowClient client, CancellationToken cancellationToken)
        {
            await work(client, cancellationToken).ConfigureAwait(false);
            return true;
        }
    }

    /// <summary>Takes an item whose work is under way or done already.</summary>
    public void Add<T>(Item item, Task<T> task, Action<T> write) => Append(new Started<T>(this, item, task, write));

    /// <summary>
    /// Takes what goes on beside the limit for long, such as a wait. Its result is written after those of the work
    /// before it.
    /// </summary>
    public void AddLater<T>(Item item, Task<T> task, Action<T> write) =>
        _later.Enqueue(new Started<T>(this, item, task, write));

    /// <summary>Writes what is left, each result when it is there.</summary>
    public void WriteAll()
    {
        while (_unwritten.Count > 0) Write(_unwritten.Dequeue());
        while (_later.Count > 0) Write(_later.Dequeue());
    }

    private void Append(IPending pending)
    {
        thread.RunPosted();
        _unwritten.Enqueue(pending);
        // Work queued while a result is being written goes to the end of the queue.
        if (_isWriting) return;
        while (_unwritten.Count > 0 && (_unwritten.Count >= limit * WindowFactor || _unwritten.Peek().IsDone))
            Write(_unwritten.Dequeue());
        while (_later.Count > 0 && _later.Peek().IsDone) Write(_later.Dequeue());
    }

    private void Write(IPending pending)
    {
        _isWriting = true;
        pending.Write();
        _isWriting = false;
    }

    private void Write<T>(Item item, Task<T> task, Action<T> write)
    {
        T result;
        try
        {
            result = thread.Wait(task);
        }
        catch (FlowException e)
        {
            fail(item, e);
            return;
        }

        write(result);
    }

    private sealed class Work<T>(
        WorkQueue queue, Item item, Func<FlowClient, CancellationToken, Task<T>> work, Action<T> write)
        : ThrottledWork<T>, IPending
    {
        public bool IsDone => Result.IsCompleted;

        public void Write() => queue.Write(item, Result, write);

        protected override Task<T> DoAsync()
        {
            var stopping = queue.Stopping;
            stopping.ThrowIfCancellationRequested();
            return work(item.Client, stopping);
        }
    }

    private sealed class Started<T>(WorkQueue queue, Item item, Task<T> task, Action<T> write) : IPending
    {
        public bool IsDone => task.IsCompleted;

        public void Write() => queue.Write(item, task, write);
    }

    private CancellationToken Stopping => thread.Stopping;
}
