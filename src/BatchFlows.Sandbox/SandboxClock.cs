using System;

namespace BatchFlows.Sandbox;

/// <summary>
/// The clock of the service, which times runs: it goes with the machine's until it is moved or its speed is changed.
/// The gateway has a clock of its own, so moving this one invalidates no signature. Safe for concurrent use.
/// </summary>
public sealed class SandboxClock
{
    private static readonly DateTimeOffset Latest = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly object _gate = new();
    private readonly TimeProvider _machine;
    private ClockState _state;

    internal SandboxClock(TimeProvider machine)
    {
        _machine = machine;
        _state = new(machine.GetUtcNow(), machine.GetUtcNow(), 1);
    }

    /// <summary>The moment it is for the service, in UTC. It ends in the year 9000.</summary>
    public DateTimeOffset Now
    {
        get
        {
            lock (_gate) return At(_machine.GetUtcNow());
        }
    }

    /// <summary>How many seconds pass for one second of the machine. 1 at first; 0 stops the clock.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double Speed
    {
        get
        {
            lock (_gate) return _state.Speed;
        }
        set
        {
            if (!(value >= 0) || double.IsInfinity(value))
                throw new ArgumentOutOfRangeException(nameof(value), value, "A clock's speed is zero or more.");
            lock (_gate)
            {
                var machine = _machine.GetUtcNow();
                _state = new(machine, At(machine), value);
            }
        }
    }

    internal ClockState State
    {
        get
        {
            lock (_gate) return _state;
        }
        set
        {
            lock (_gate) _state = value;
        }
    }

    /// <summary>Moves the clock forward.</summary>
    /// <param name="by">How far; not negative. Beyond the clock's end it stays there.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="by"/> is negative.</exception>
    public void Advance(TimeSpan by)
    {
        if (by < TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(by), by, "Set moves a clock back, Advance does not.");
        lock (_gate)
        {
            var machine = _machine.GetUtcNow();
            _state = _state with { Machine = machine, Service = Later(At(machine), by.Ticks) };
        }
    }

    /// <summary>Sets the clock. What has happened stays as it is when the clock is set back.</summary>
    /// <param name="now">The moment it shall be; any offset, from 1970 to the year 9000.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="now"/> is outside these years.</exception>
    public void Set(DateTimeOffset now)
    {
        if (now > Latest || now.ToUnixTimeMilliseconds() < 0)
            throw new ArgumentOutOfRangeException(nameof(now), now, "The clock goes from 1970 to the year 9000.");
        lock (_gate) _state = _state with { Machine = _machine.GetUtcNow(), Service = now.ToUniversalTime() };
    }

    private DateTimeOffset At(DateTimeOffset machine) =>
        Later(_state.Service, (machine - _state.Machine).Ticks * _state.Speed);

    private static DateTimeOffset Later(DateTimeOffset moment, double ticks) =>
        ticks < (Latest - moment).Ticks ? moment.AddTicks((long)ticks) : Latest;
}
