using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows.Sandbox.Tests;

/// <summary>A clock that moves only when told to, and fires the timers it passes.</summary>
internal sealed class ManualClock : TimeProvider
{
    private readonly List<Timer> _timers = [];
    private DateTimeOffset _now = DateTimeOffset.FromUnixTimeMilliseconds(1600000000000);

    /// <summary>True while something waits for the clock.</summary>
    public bool IsAwaited
    {
        get
        {
            lock (_timers) return _timers.Count > 0;
        }
    }

    public override DateTimeOffset GetUtcNow() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(
            () => callback(state), dueTime == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : _now + dueTime);
        lock (_timers) _timers.Add(timer);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        _now += by;
        Timer[] due;
        lock (_timers)
        {
            due = [.. _timers.FindAll(timer => timer.Due <= _now)];
            _timers.RemoveAll(timer => timer.Due <= _now);
        }
        foreach (var timer in due) timer.Fire();
    }

    private sealed class Timer(Action fire, DateTimeOffset due) : ITimer
    {
        private bool _disposed;

        public DateTimeOffset Due { get; } = due;

        public void Fire()
        {
            if (!_disposed) fire();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose() => _disposed = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
