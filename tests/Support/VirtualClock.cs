using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows.Tests;

/// <summary>
/// A clock that goes from one thing that waits for it to the next, whenever the test says so: hours pass in no time, in
/// order.
/// </summary>
internal sealed class VirtualClock : TimeProvider
{
    private readonly List<Timer> _waiting = [];
    private DateTimeOffset _now = TestClock.Start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_waiting) return _now;
    }

    /// <summary>Goes to the next moment that something waits for, and lets it happen on this thread.</summary>
    /// <param name="horizon">How far to go at most.</param>
    /// <returns>False when nothing waits so early.</returns>
    public bool Step(TimeSpan horizon)
    {
        Timer? next;
        lock (_waiting)
        {
            next = _waiting.MinBy(timer => timer.Due);
            if (next is null || next.Due - _now > horizon) return false;
            _waiting.Remove(next);
            if (next.Due > _now) _now = next.Due;
        }

        next.Fire();
        return true;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Timer(VirtualClock clock, Action fire) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._waiting)
            {
                clock._waiting.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan) return true;
                Due = clock._now + dueTime;
                clock._waiting.Add(this);
                return true;
            }
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
