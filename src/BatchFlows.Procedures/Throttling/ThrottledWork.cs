using System;
using System.Threading.Tasks;

namespace BatchFlows.Procedures.Throttling;

/// <summary>A piece of work for a <see cref="Throttle"/>. It keeps its outcome until it is reported.</summary>
internal abstract class ThrottledWork
{
    /// <summary>Does the work. A failure is part of the outcome.</summary>
    public abstract Task RunAsync();

    /// <summary>Reports the outcome to those who wait for it.</summary>
    public abstract void Report();
}

/// <summary>A piece of work with a result.</summary>
internal abstract class ThrottledWork<T> : ThrottledWork
{
    private readonly TaskCompletionSource<T> _reported = new();
    private Exception? _failure;
    private T _value = default!;

    protected ThrottledWork() => Result = _reported.Task;

    /// <summary>The outcome, once it is reported.</summary>
    public Task<T> Result { get; }

    public sealed override async Task RunAsync()
    {
        try
        {
            _value = await DoAsync().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            _failure = e; // for those who wait for the result
        }
    }

    public sealed override void Report()
    {
        if (_failure is OperationCanceledException) _reported.SetCanceled();
        else if (_failure is not null) _reported.SetException(_failure);
        else _reported.SetResult(_value);
    }

    protected abstract Task<T> DoAsync();
}
