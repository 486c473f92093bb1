using System;

namespace BatchFlows.Http;

/// <summary>An access token and its life, counted from the moment it came.</summary>
internal sealed class Token
{
    private static readonly TimeSpan LongestMargin = TimeSpan.FromMinutes(5);

    private readonly long _received;
    private readonly TimeSpan _lifetime;
    private readonly TimeSpan _margin;

    private Token(string value, long received, TimeSpan lifetime, TimeSpan margin)
    {
        Value = value;
        _received = received;
        _lifetime = lifetime;
        _margin = margin;
    }

    public string Value { get; }

    /// <summary>A token that has just come. It is due for renewal five minutes before its end, later when it lives short.</summary>
    public static Token Received(string value, TimeSpan lifetime, TimeProvider clock)
    {
        var tenth = TimeSpan.FromTicks(lifetime.Ticks / 10);
        return new Token(value, clock.GetTimestamp(), lifetime, tenth < LongestMargin ? tenth : LongestMargin);
    }

    /// <summary>The same token, due only at its end.</summary>
    public Token UsedToItsEnd() => new(Value, _received, _lifetime, TimeSpan.Zero);

    public bool IsDue(TimeProvider clock) => clock.GetElapsedTime(_received) >= _lifetime - _margin;

    public bool HasEnded(TimeProvider clock) => clock.GetElapsedTime(_received) >= _lifetime;
}
