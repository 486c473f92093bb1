using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows.Tests;

/// <summary>How a <see cref="TestClock"/> treats waits. Time limits pass only when a test moves the clock.</summary>
internal enum ClockMode
{
    /// <summary>Each wait moves the clock to its end, is written down, and ends on another thread.</summary>
    Skips,

    /// <summary>The same, and work goes on where it waited: a measurement of one thread sees all of it.</summary>
    SkipsInline,

    /// <summary>The clock stands still until a test moves it.</summary>
    Stands,
}

/// <summary>
/// The clock of all tests. FakeTimeProvider cannot replace it: that neither skips waits nor finds the next of them.
/// </summary>
internal sealed class TestClock(ClockMode mode = ClockMode.Skips, DateTimeOffset? start = null) : TimeProvider
{
    private readonly List<Timer> _waiting = [];
    private DateTimeOffset _now = start ?? Start;

    public static DateTimeOffset Start { get; } = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    /// <summary>The timestamp of the documented signatures, where the clocks of sandboxes start.</summary>
    public static DateTimeOffset SandboxStart { get; } = DateTimeOffset.FromUnixTimeMilliseconds(1600000000000);

    /// <summary>The waits that were skipped.</summary>
    public ConcurrentQueue<TimeSpan> Waits { get; } = new();

    /// <summary>False for a clock of millions of waits.</summary>
    public bool KeepsWaits { get; init; } = true;

    /// <summary>True while something waits for the clock.</summary>
    public bool IsAwaited
    {
        get
        {
            lock (_waiting) return _waiting.Count > 0;
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_waiting) return _now;
    }

    /// <summary>Moves the clock, and fires the timers that are due then on this thread.</summary>
    public void Advance(TimeSpan time)
    {
        Timer[] due;
        lock (_waiting)
        {
            _now += time;
            due = [.. _waiting.Where(timer => timer.Due <= _now).OrderBy(timer => timer.Due)];
            _waiting.RemoveAll(timer => timer.Due <= _now);
        }

        foreach (var timer in due) timer.Fire();
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
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private void Set(Timer timer, TimeSpan wait)
    {
        lock (_waiting)
        {
            _waiting.Remove(timer);
            if (wait == Timeout.InfiniteTimeSpan) return;
            timer.Due = _now + wait;
            if (mode == ClockMode.Stands || timer.IsLimit)
            {
                _waiting.Add(timer);
                return;
            }

            _now = timer.Due;
        }

        if (KeepsWaits) Waits.Enqueue(wait);
        if (mode == ClockMode.SkipsInline) timer.Fire();
        else ThreadPool.QueueUserWorkItem(_ => timer.Fire());
    }

    private sealed class Timer(TestClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public bool IsLimit => state is CancellationTokenSource;

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Set(this, dueTime);
            return true;
        }

        public void Dispose() => clock.Set(this, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
