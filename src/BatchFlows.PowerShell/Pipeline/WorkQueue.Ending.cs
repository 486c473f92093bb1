using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchFlows.Procedures.Throttling;

namespace BatchFlows.Pipeline;

/// <content>How changes are treated when the command ends before all were made.</content>
internal sealed partial class WorkQueue
{
    /// <summary>
    /// Begins no more changes, because an error is about to end the command. Those that have begun are completed, their
    /// results are written, and one warning reports on all.
    /// </summary>
    public void End() => End(waits: true, writes: true);

    /// <summary>
    /// Begins no more changes, and reports those that have begun, because results can no longer be written.
    /// </summary>
    /// <param name="waits">True to let them complete.</param>
    public void Leave(bool waits) => End(waits, writes: false);

    /// <summary>Runs posted actions. A warning may end the command, and then the changes must be reported.</summary>
    private void RunPosted()
    {
        try
        {
            thread.RunPosted();
        }
        catch
        {
            Leave(waits: !thread.Stopping.IsCancellationRequested);
            throw;
        }
    }

    /// <summary>
    /// What a change has done to a run whose end is waited for, in words; null when none is waited for.
    /// </summary>
    public string? Unended { get; set; }

    private void End(bool waits, bool writes, Pending? broken = null)
    {
        if (tell is null || _hasEnded) return;
        _hasEnded = true;
        thread.Idle = thread.Resuming = null; // a command that ends may not write progress
        var left = new HashSet<ThrottledWork>(_throttle.Close());
        var outcome = new EarlyEnd(Unended);
        foreach (var pending in broken is null ? _unwritten : _unwritten.Prepend(broken))
        {
            if (pending.IsLook || (pending.Work is { } work && left.Contains(work)))
            {
                outcome.AddLeft(pending.Item);
                continue;
            }

            if (waits) thread.TryWait(pending.Task);
            outcome.Add(pending);
            if (writes && pending.Task.Status == TaskStatus.RanToCompletion) pending.WriteResult();
        }

        foreach (var wait in _later)
        {
            outcome.Add(wait);
            if (!writes) continue;
            if (wait.Task.Status == TaskStatus.RanToCompletion) wait.WriteResult();
            else wait.WriteUnended!();
        }

        _unwritten.Clear();
        _later.Clear();
        if (outcome.ToString() is { } text) tell(text);
    }
}
