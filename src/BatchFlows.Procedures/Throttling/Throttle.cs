using System.Collections.Generic;
using System.Threading.Tasks;

namespace BatchFlows.Procedures.Throttling;

/// <summary>
/// Runs work on the thread pool, in the order given, at most <paramref name="limit"/> pieces at once. A worker that
/// finishes one piece takes the next itself: for work of microseconds, waking another thread would cost more than the
/// work.
/// </summary>
internal sealed class Throttle(int limit)
{
    private readonly Queue<ThrottledWork> _waiting = new();
    private int _running;

    public void Run(ThrottledWork work)
    {
        lock (_waiting)
        {
            _waiting.Enqueue(work);
            if (_running == limit) return;
            _running++;
        }

        _ = Task.Run(RunWaitingAsync);
    }

    /// <summary>Begins nothing more.</summary>
    /// <returns>The work that had not begun, and never will.</returns>
    public IReadOnlyCollection<ThrottledWork> Close()
    {
        lock (_waiting)
        {
            ThrottledWork[] left = [.. _waiting];
            _waiting.Clear();
            return left;
        }
    }

    private async Task RunWaitingAsync()
    {
        var work = Next();
        var running = work?.RunAsync();
        while (work is not null)
        {
            await running!.ConfigureAwait(false);
            var next = Next();
            running = next?.RunAsync(); // on its way before the pipeline thread wakes up for the result
            work.Report();
            work = next;
        }
    }

    private ThrottledWork? Next()
    {
        lock (_waiting)
        {
            if (_waiting.Count > 0) return _waiting.Dequeue();
            _running--;
            return null;
        }
    }
}
