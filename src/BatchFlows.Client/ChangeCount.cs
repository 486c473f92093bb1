using System;
using System.Threading;

namespace BatchFlows.Client;

/// <summary>Counts the changes that begin and end, so that the reader of a list knows when it may have moved.</summary>
internal sealed class ChangeCount
{
    private long _value;

    /// <summary>Grows when a change begins and when it ends.</summary>
    public long Value => Volatile.Read(ref _value);

    /// <summary>Begins a change, which ends when the result is disposed.</summary>
    public IDisposable Begin() => new Change(this);

    private sealed class Change : IDisposable
    {
        private readonly ChangeCount _count;

        public Change(ChangeCount count) => Interlocked.Increment(ref (_count = count)._value);

        public void Dispose() => Interlocked.Increment(ref _count._value);
    }
}
