using System;

namespace BatchFlows.Analysis.Schedules;

/// <summary>A moment at which a schedule fires.</summary>
/// <param name="Time">With the offset of the zone at that moment.</param>
/// <param name="IsDoubtful">True when schedulers differ, so that it may fire at another time, twice, or not.</param>
internal readonly record struct FireTime(DateTimeOffset Time, bool IsDoubtful)
{
    /// <summary>
    /// The first and the last time since the one before that a clock change skipped, so that it did not fire; null
    /// for none.
    /// </summary>
    public (DateTime First, DateTime Last)? Skipped { get; init; }
}
