using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;
using BatchFlows.Procedures.Throttling;

namespace BatchFlows.Pipeline;

/// <summary>
/// The items that a command works on. Results are written in the order of the items, each as soon as it and those
/// before it are complete. An item that fails becomes one error record, and the others continue. With a limit of one,
/// an item begins only after the result of the one before was written. For the pipeline thread only.
/// </summary>
/// <param name="thread">The pipeline thread.</param>
/// <param name="limit">How many items are worked on at once.</param>
/// <param name="fail">Writes the error record of an item.</param>
/// <param name="tell">
/// Receives the state of the changes when the command ends early; null for a command that only reads.
/// </param>
internal sealed partial class WorkQueue(
    PipelineThread thread, int limit, Action<Item, FlowException> fail, Action<string>? tell)
{
    // Results are written in order. With a smaller window, one slow item would leave the other workers idle.
    private const int WindowFactor = 8;

    private readonly Queue<Pending> _unwritten = new();
    private readonly Queue<Pending> _later = new();
    private readonly Throttle _throttle = new(limit);
    private bool _isWriting;
    private bool _hasEnded;

    /// <summary>Starts work on an item as soon as the limit allows.</summary>
    /// <param name="work">The work, on any thread.</param>
    /// <param name="write">Writes the result.</param>
    /// <param name="isLook">True for a look before a change.</param>
    public void Add<T>(
        Item item, Func<FlowClient, CancellationToken, Task<T>> work, Action<T> write, bool isLook = false)
    {
        if (item.Failure is { } failure)
        {
            Add(item, Task.FromException<T>(failure), write);
            return;
        }

        if (_hasEnded) return;
        // It may end the command, and then this work must not have begun.
        RunPosted();
        var begun = new ItemWork<T>(thread, item, work);
        _throttle.Run(begun);
        Take(new Pending<T>(item, begun.Result, write) { Work = begun, IsLook = isLook });
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

    /// <summary>Adds an item whose work is already under way or done.</summary>
    public void Add<T>(Item item, Task<T> task, Action<T> write)
    {
        if (_hasEnded) return;
        RunPosted();
        Take(new Pending<T>(item, task, write) { IsLook = true });
    }

    /// <summary>
    /// Adds long work that does not count towards the limit: a wait for a run that a change has started. Its result is
    /// written after those of the work before it.
    /// </summary>
    /// <param name="runId">ID of the run that is waited for.</param>
    /// <param name="writeUnended">Writes what is known if the command ends first.</param>
    public void AddWait<T>(Item item, Task<T> task, Action<T> write, string runId, Action writeUnended)
    {
        if (_hasEnded)
        {
            writeUnended();
            return;
        }

        var wait = new Pending<T>(item, task, write) { RunId = runId, WriteUnended = writeUnended };
        if (limit == 1) Write(wait);
        else _later.Enqueue(wait);
    }
}
