using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Statistics;
using BatchFlows.Analysis.Watching;
using BatchFlows.Model.Instances;

namespace BatchFlows.Analysis.Diagnosis;

/// <summary>Chooses the run of a flow that somebody must look at.</summary>
internal static class RunTrouble
{
    /// <summary>
    /// The last run that failed, was cancelled or skipped, has not started or is stuck. Of several that have not
    /// started or are stuck, the first, because the later ones wait for it. Without any, the first run that has not
    /// ended; null without that.
    /// </summary>
    /// <param name="runs">Runs of one flow, the first triggered first.</param>
    /// <param name="now">The time, by the clock that runs are read at.</param>
    public static FlowInstance? Last(IReadOnlyList<FlowInstance> runs, DateTimeOffset now)
    {
        var limit = StuckLimit.Of(runs.Where(run => run.Status == InstanceStatus.Success).Max(run => run.Duration));
        var last = runs.LastOrDefault(run => IsRed(run) || IsHeld(run));
        return last is null ? runs.FirstOrDefault(IsOpen) : IsRed(last) ? last : runs.First(IsHeld);

        bool IsHeld(FlowInstance run) => IsOpen(run)
            && (run.StartTime is null || Elapsed.Of(run.StartTime, run.EndTime, run.Status, now) > limit);
    }

    private static bool IsRed(FlowInstance run) => run.IsFailed || run.Status == InstanceStatus.Skip;

    private static bool IsOpen(FlowInstance run) => run.Status?.IsEnded() == false;
}
