using System;
using System.Collections.Concurrent;
using System.Threading;
using BatchFlows.Client.Network;

namespace BatchFlows.Tests;

/// <summary>
/// A clock on which waits pass at once, and are written down. Time limits are no waits: they pass when the test says
/// so, and that of an attempt never does.
/// </summary>
internal sealed class TestClock : TimeProvider
{
    private static readonly TimeSpan TimeLimit = new FlowConnectionOptions().OperationTimeout;
    private readonly ConcurrentQueue<ITimer> _limits = new();
    private long _ticks = Start.UtcTicks;

    public static DateTimeOffset Start { get; } = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public ConcurrentQueue<TimeSpan> Waits { get; } = new();

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Volatile.Read(ref _ticks);

    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref _ticks), TimeSpan.Zero);

    public void Advance(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);

    /// <summary>Has the time limits of what is under way pass.</summary>
    public void EndLimits()
    {
        foreach (var limit in _limits) limit.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime < TimeSpan.Zero || dueTime >= TimeLimit)
            return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, period);
        if (state is CancellationTokenSource)
        {
            var limit = System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, period);
            _limits.Enqueue(limit);
            return limit;
        }

        Waits.Enqueue(dueTime);
        Advance(dueTime);
        return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
