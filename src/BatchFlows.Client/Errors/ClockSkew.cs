using System;
using System.Globalization;

namespace BatchFlows.Client.Errors;

/// <summary>What to do when this machine's clock and the gateway's differ: signatures carry the time.</summary>
internal static class ClockSkew
{
    private static readonly TimeSpan Noticeable = TimeSpan.FromSeconds(30);

    /// <param name="difference">How far the gateway's clock is ahead.</param>
    /// <returns>Null when the clocks agree, or the gateway's is unknown.</returns>
    public static string? Remedy(TimeSpan? difference) =>
        difference is not { } skew || skew.Duration() < Noticeable ? null : string.Format(
        CultureInfo.InvariantCulture,
        "This machine's clock is {0:0} s {1} the gateway's: set it right.",
        skew.Duration().TotalSeconds,
        skew > TimeSpan.Zero ? "behind" : "ahead of");
}
