using System;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Analysis.Reports;

/// <summary>Times at which flows should have run, and did not for one reason.</summary>
/// <param name="Times">How many there are.</param>
/// <param name="First">The first of them.</param>
/// <param name="Last">The last of them; null when it is the only one.</param>
/// <param name="FlowNames">Several where the service was down.</param>
internal sealed record MissedTimes(
    int Times, MissedRun First, DateTimeOffset? Last, IReadOnlyList<string> FlowNames)
{
    /// <summary>
    /// A flow that should run each minute misses many times in an hour, and is one row. An outage of the service, which
    /// all flows miss, is one row as well.
    /// </summary>
    /// <param name="missed">In the order of their times.</param>
    public static IReadOnlyList<MissedTimes> Of(IEnumerable<MissedRun> missed) =>
    [
        .. missed.GroupBy(run => run.Reason == MissedRunReason.ServiceDown
                ? (run.Reason, null, run.Explanation)
                : (run.Reason, run.FlowId, run.FlowName ?? ""))
            .Select(same => new MissedTimes(
                same.Count(), same.First(), same.Skip(1).Any() ? same.Last().FireTime : null,
                [.. same.Select(run => run.FlowName ?? "").Distinct()])),
    ];
}
