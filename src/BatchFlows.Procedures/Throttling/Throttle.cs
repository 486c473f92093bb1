using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows.Procedures.Throttling;

/// <summary>
/// Does work off the pipeline thread, in the order it is given, so much at once and no more. Whoever ends one piece goes on with the next by
/// himself: for work that takes microseconds, waking another thread for each would cost more than the work.
/// </summary>
internal sealed class Throttle(int limit)
{
    private readonly Queue<Func<Task<Action>>> _waiting = new();
    private int _running;

    /// <param name="cancellationToken">Ends the wait of work that has not begun.</param>
    public Task<T> Run<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        var result = new TaskCompletionSource<T>();
        lock (_waiting)
        {
            _waiting.Enqueue(() => DoAsync(work, result, cancellationToken));
            if (_running == limit) return result.Task;
            _running++;
        }

        _ = Task.Run(RunWaitingAsync, CancellationToken.None);
        return result.Task;
    }

    private async Task RunWaitingAsync()
    {
        var running = Next()?.Invoke();
        while (running is not null)
        {
            var tell = await running.ConfigureAwait(false);
            running = Next()?.Invoke(); // on its way before the pipeline thread wakes up for the result
            tell();
        }
    }

    private Func<Task<Action>>? Next()
    {
        lock (_waiting)
        {
            if (_waiting.Count > 0) return _waiting.Dequeue();
            _running--;
            return null;
        }
    }

    /// <returns>What tells how the work ended.</returns>
    private static async Task<Action> DoAsync<T>(Func<Task<T>> work, TaskCompletionSource<T> result, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            var value = await work().ConfigureAwait(false);
            return () => result.SetResult(value);
        }
        catch (OperationCanceledException)
        {
            return () => result.TrySetCanceled(cancellationToken);
        }
        catch (Exception e)
        {
            return () => result.SetException(e); // for whoever waits for the result
        }
    }
}
