using System;
using System.Net.Http;

namespace BatchFlows.Client.Messages;

/// <summary>The wait that an answer asks for.</summary>
internal static class RetryAfter
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>Measured by the sender's clock, at most a minute; null when the answer asks for none.</summary>
    public static TimeSpan? Of(HttpResponseMessage response, TimeProvider clock)
    {
        if (response.Headers.RetryAfter is not { } asked) return null;
        var wait = asked.Delta ?? asked.Date - (response.Headers.Date ?? clock.GetUtcNow());
        return wait <= TimeSpan.Zero ? null : wait > Longest ? Longest : wait;
    }
}
