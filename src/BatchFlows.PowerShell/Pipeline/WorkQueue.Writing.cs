using System;
using System.Management.Automation;

namespace BatchFlows.Pipeline;

/// <content>How results are written, and the progress of that.</content>
internal sealed partial class WorkQueue
{
    /// <summary>Number of pieces of work whose result was not written yet.</summary>
    public int OpenCount => _unwritten.Count + _later.Count + (Current is null ? 0 : 1);

    /// <summary>Name of the item whose result is waited for; null when there is none.</summary>
    public string? Current { get; private set; }

    /// <summary>Name of the first item whose result was not written; null when there is none.</summary>
    public string? First => Current ?? (_unwritten.Count > 0 ? _unwritten.Peek().Item.Name : null);

    /// <summary>Writes the remaining results, each when it is complete.</summary>
    public void WriteAll()
    {
        while (_unwritten.Count > 0) Write(_unwritten.Dequeue());
        while (_later.Count > 0) Write(_later.Dequeue());
    }

    private void Take(Pending pending)
    {
        if (limit == 1)
        {
            Write(pending);
            return;
        }

        _unwritten.Enqueue(pending);
        // Work queued while a result is being written goes to the end of the queue.
        if (_isWriting) return;
        while (_unwritten.Count > 0 && (_unwritten.Count >= limit * WindowFactor || _unwritten.Peek().Task.IsCompleted))
            Write(_unwritten.Dequeue());
        while (_later.Count > 0 && _later.Peek().Task.IsCompleted) Write(_later.Dequeue());
    }

    private void Write(Pending pending)
    {
        _isWriting = true;
        Current = pending.Item.Name;
        try
        {
            thread.Wait(pending.Task);
        }
        catch (FlowException e)
        {
            Current = null;
            fail(pending.Item, e);
            _isWriting = false;
            return;
        }
        catch
        {
            // The pipeline was stopped, or a warning of other work ended the command.
            End(waits: !thread.Stopping.IsCancellationRequested, writes: false, pending);
            throw;
        }

        Current = null;
        try
        {
            pending.WriteResult();
        }
        catch (Exception e)
        {
            // A later command wants no more objects, or a script has left the pipeline. A pipeline that stops has not
            // accepted the result.
            var broken = e is PipelineStoppedException ? pending : null;
            Current = broken?.Item.Name;
            End(waits: !thread.Stopping.IsCancellationRequested, writes: false, broken);
            throw;
        }

        _isWriting = false;
    }
}
