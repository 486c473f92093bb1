using System;
using System.Collections.Generic;

namespace BatchFlows.Analysis.Reports;

/// <summary>A time of the day that several days of a week have in common.</summary>
/// <param name="Start">From midnight.</param>
/// <param name="Length">It may reach into the next days.</param>
/// <param name="Days">The days on which it begins, from 0 for the first day of the week.</param>
internal sealed record WeekHours(TimeSpan Start, TimeSpan Length, IReadOnlyList<int> Days)
{
    /// <summary>The flows that start in it, by name.</summary>
    public IReadOnlyList<string> FlowNames { get; init; } = [];
}
