using System;
using System.Threading;

namespace BatchFlows.Procedures.Instances;

/// <summary>How long to pause between two looks at a run while other runs are waited for as well.</summary>
internal sealed class PollingRate
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(0.5);

    // Even hundreds of runs together cause at most 50 calls a second, because quotas count calls.
    private static readonly TimeSpan PauseForEach = TimeSpan.FromSeconds(0.02);

    private int _watched;

    /// <summary>The longest time between two looks at a run.</summary>
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>A run is waited for, until what is returned is disposed.</summary>
    public IDisposable Watch()
    {
        Interlocked.Increment(ref _watched);
        return new Watched(this);
    }

    /// <summary>A tenth of the time waited so far for the run, within limits.</summary>
    public TimeSpan Pause(TimeSpan waited)
    {
        var least = Math.Max(ShortestPause.Ticks, PauseForEach.Ticks * Volatile.Read(ref _watched));
        return TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, Math.Max(least, waited.Ticks / 10)));
    }

    private sealed class Watched(PollingRate rate) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref rate._watched);
    }
}
