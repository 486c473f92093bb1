using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;
using BatchFlows.Procedures.Throttling;

namespace BatchFlows.Pipeline;

/// <summary>
/// A command that works on many items at once. Results come in the order of the items, each as soon as it and those before it are
/// there; an item that fails becomes one error record, and the others go on.
/// </summary>
public abstract class BulkCommand : ServiceCommand
{
    // Results wait for the ones before them. With a smaller window, one item that takes ten times as long leaves the others nothing to do.
    private const int WindowFactor = 8;

    private readonly Queue<Item> _unwritten = new();
    private Throttle? _throttle;
    private bool _isWriting;

    /// <summary>How many calls are under way at most; 8 when not given.</summary>
    [Parameter]
    [ValidateRange(1, 64)]
    public int ThrottleLimit { get; set; } = 8;

    /// <inheritdoc/>
    protected override void EndProcessing() => WriteAll();

    /// <summary>Starts work on an item as soon as the limit allows.</summary>
    /// <param name="target">What the user passed, for an error record.</param>
    /// <param name="work">The work, on any thread.</param>
    /// <param name="write">Writes the result, on the pipeline thread.</param>
    /// <param name="client">The client of the work that this follows from, whose result is being written; null for the item at hand.</param>
    private protected void Enqueue<T>(
        object target, Func<FlowClient, CancellationToken, Task<T>> work, Action<T> write, FlowClient? client = null)
    {
        _throttle ??= new Throttle(ThrottleLimit);
        Enqueue(target, Start(client, work, _throttle), write);
    }

    /// <summary>Takes an item that is worked on already, in its turn.</summary>
    private protected void Enqueue<T>(object target, Task<T> task, Action<T> write)
    {
        PipelineThread.RunPosted();
        var isConnectionOfItem = IsConnectionOfItem;
        _unwritten.Enqueue(new Item(task, () => Write(task, target, write, isConnectionOfItem)));
        // What follows from an item that is being written has its turn behind those that were there before.
        if (_isWriting) return;
        while (_unwritten.Count > 0 && (_unwritten.Count >= ThrottleLimit * WindowFactor || _unwritten.Peek().Work.IsCompleted)) WriteNext();
    }

    private protected void WriteAll()
    {
        while (_unwritten.Count > 0) WriteNext();
    }

    private void WriteNext()
    {
        _isWriting = true;
        _unwritten.Dequeue().Write();
        _isWriting = false;
    }

    private Task<T> Start<T>(FlowClient? client, Func<FlowClient, CancellationToken, Task<T>> work, Throttle throttle)
    {
        try
        {
            var caller = client ?? Client();
            var stop = PipelineThread.Stopping;
            return throttle.Run(() => work(caller, stop), stop);
        }
        catch (FlowException e)
        {
            return Task.FromException<T>(e);
        }
    }

    private void Write<T>(Task<T> task, object target, Action<T> write, bool isConnectionOfItem)
    {
        T result;
        try
        {
            result = PipelineThread.Wait(task);
        }
        catch (FlowException e)
        {
            WriteFailure(e, target, isConnectionOfItem);
            return;
        }

        write(result);
    }

    private sealed record Item(Task Work, Action Write);
}
