using System;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading;

namespace BatchFlows.Client.Tokens;

/// <summary>
/// Moments for proofs and signatures: milliseconds since 1970-01-01 UTC, no two the same in a process. The token
/// service accepts each proof once, and a gateway may treat a repeated signature as a replayed call.
/// </summary>
internal static class Timestamps
{
    private const long MostAhead = 60_000;
    private static readonly ConditionalWeakTable<TimeProvider, StrongBox<long>> Last = new();

    public static long Next(TimeProvider clock)
    {
        var box = Last.GetOrCreateValue(clock);
        while (true)
        {
            var last = Volatile.Read(ref box.Value);
            var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
            // If the time is far behind the last one, the clock was set back, and only its own time will be accepted.
            var next = last + 1 > now && last - now < MostAhead ? last + 1 : now;
            if (Interlocked.CompareExchange(ref box.Value, next, last) == last) return next;
        }
    }

    public static string ToText(long timestamp) => timestamp.ToString(CultureInfo.InvariantCulture);
}
