using System;

namespace BatchFlows.Analysis.Statistics;

/// <summary>How long a run must have run to count as stuck.</summary>
internal static class StuckLimit
{
    // A run that takes a little longer than ever is not stuck.
    private const int Factor = 3;
    private static readonly TimeSpan Least = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan WithoutHistory = TimeSpan.FromDays(1);

    /// <param name="longest">How long runs of the flow took at most; null when that is not known.</param>
    public static TimeSpan Of(TimeSpan? longest) => longest is not { } known ? WithoutHistory
        : TimeSpan.FromTicks(known.Ticks * Factor) is var limit && limit > Least ? limit
        : Least;
}
