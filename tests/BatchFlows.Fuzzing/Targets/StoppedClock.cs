using System;

namespace BatchFlows.Fuzzing;

/// <summary>A clock that stands still, so that an input shows the same at any time.</summary>
internal sealed class StoppedClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeMilliseconds(1600000000000);
}
