using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Errors;

namespace BatchFlows.Pipeline;

/// <summary>
/// A command that works on many items at once. Results come in the order of the items, each as soon as it and those before it are
/// there; an item that fails becomes one error record, and the others go on.
/// </summary>
public abstract class BulkCommand : ServiceCommand
{
    // With a window of just the limit, one slow item would soon leave nothing to do for the others.
    private const int WindowFactor = 4;

    private readonly Queue<(Task Work, Action Write)> _unwritten = new();
    private SemaphoreSlim? _slots;

    /// <summary>How many calls are under way at most.</summary>
    [Parameter]
    [ValidateRange(1, 64)]
    public int ThrottleLimit { get; set; } = 8;

    /// <inheritdoc/>
    protected override void EndProcessing() => WriteAll();

    /// <summary>Starts work on an item as soon as the limit allows.</summary>
    /// <param name="target">What the user passed, for an error record.</param>
    /// <param name="work">The work, on any thread.</param>
    /// <param name="write">Writes the result, on the pipeline thread.</param>
    private protected void Enqueue<T>(object target, Func<CancellationToken, Task<T>> work, Action<T> write)
    {
        PipelineThread.RunPosted();
        _slots ??= new SemaphoreSlim(ThrottleLimit, ThrottleLimit);
        var task = Task.Run(() => RunAsync(work, _slots), PipelineThread.Stopping);
        _unwritten.Enqueue((task, () => Write(task, target, write)));
        while (_unwritten.Count > 0 && (_unwritten.Count >= ThrottleLimit * WindowFactor || _unwritten.Peek().Work.IsCompleted)) WriteNext();
    }

    private protected void WriteAll()
    {
        while (_unwritten.Count > 0) WriteNext();
    }

    private void WriteNext() => _unwritten.Dequeue().Write();

    private void Write<T>(Task<T> task, object target, Action<T> write)
    {
        T result;
        try
        {
            result = PipelineThread.Wait(task);
        }
        catch (Exception e) when (ErrorRecords.IsExpected(e))
        {
            WriteFailure(e, target);
            return;
        }

        write(result);
    }

    private async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, SemaphoreSlim limit)
    {
        await limit.WaitAsync(PipelineThread.Stopping).ConfigureAwait(false);
        try
        {
            return await work(PipelineThread.Stopping).ConfigureAwait(false);
        }
        finally
        {
            limit.Release();
        }
    }
}
