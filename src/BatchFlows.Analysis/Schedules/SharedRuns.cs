using System;
using System.Collections.Generic;

namespace BatchFlows.Analysis.Schedules;

/// <summary>
/// Which runs of a flow wait for which runs of another. The documents say of a link only that its gap is a cycle and an
/// offset, and the offset is 0 in all of their samples (<c>D0</c>); in which direction another one counts is not known,
/// and definitions have no gap at all. So a run waits for those runs of the upstream flow that are due in the same
/// period of the upstream flow's cycle: on the same day for a daily flow, in the same hour for an hourly one.
/// </summary>
internal static class SharedRuns
{
    /// <summary>Number of periods in which both flows are looked for; after them they never meet.</summary>
    private const int MostPeriods = 60;

    /// <summary>The runs that wait, in order, each with the first run that it waits for.</summary>
    /// <param name="upstream">The flow that is waited for.</param>
    /// <param name="from">The first run of it that counts is due then or later.</param>
    /// <param name="flow">The flow that waits.</param>
    /// <param name="notBefore">The first run of it that counts is due then or later.</param>
    public static IEnumerable<(FireTime Run, FireTime Upstream)> Of(
        FlowTimes upstream, DateTimeOffset from, FlowTimes flow, DateTimeOffset notBefore)
    {
        for (var i = 0; i < MostPeriods; i++)
        {
            if (upstream.FirstFrom(from) is not { } due) yield break;
            var (start, end) = upstream.PeriodOf(due.Time);
            if (flow.FirstFrom(start > notBefore ? start : notBefore) is not { } run) yield break;
            if (run.Time < end)
            {
                yield return (run, due);
                notBefore = run.Time.AddTicks(1);
                continue;
            }

            var next = upstream.PeriodOf(run.Time).Start;
            from = next > due.Time ? next : due.Time.AddTicks(1);
        }
    }
}
