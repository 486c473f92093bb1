using System;

namespace BatchFlows.Analysis.Schedules;

/// <summary>Which fire times are wanted.</summary>
/// <param name="After">The first moment.</param>
/// <param name="Before">The end, exclusive; null for none.</param>
/// <param name="Count">How many at most; null for all of the window.</param>
/// <param name="Zone">In which the schedule is.</param>
internal sealed record FireWindow(DateTimeOffset After, DateTimeOffset? Before, int? Count, TimeZoneInfo Zone);
