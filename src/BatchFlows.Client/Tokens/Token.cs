using System;

namespace BatchFlows.Client.Tokens;

/// <summary>An access token and its life, counted from the moment it came.</summary>
internal sealed class Token(string value, TimeSpan lifetime, TimeProvider clock)
{
    private static readonly TimeSpan LongestMargin = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Young = TimeSpan.FromSeconds(10);

    private readonly long _received = clock.GetTimestamp();
    private TimeSpan _margin = TimeSpan.FromTicks(Math.Min(LongestMargin.Ticks, lifetime.Ticks / 10));

    public string Value { get; } = value;

    /// <summary>
    /// True from five minutes before its end, or from a tenth of its life when that is less: time to renew it.
    /// </summary>
    public bool IsDue(TimeProvider now) => now.GetElapsedTime(_received) >= lifetime - _margin;

    /// <summary>True when it is new, so that perhaps not every server of the gateway knows it yet.</summary>
    public bool IsYoung(TimeProvider now) => now.GetElapsedTime(_received) < Young;

    public bool HasEnded(TimeProvider now) => now.GetElapsedTime(_received) >= lifetime;

    /// <summary>Makes it due only at its end.</summary>
    public void UseToItsEnd() => _margin = TimeSpan.Zero;
}
