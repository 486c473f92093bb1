using System;
using System.Linq;
using BatchFlows.Analysis.Schedules;
using BatchFlows.Model;

namespace BatchFlows.Analysis.Comparison;

/// <summary>What a change of a schedule means: when it fires next, before and after the change.</summary>
internal static class NextRuns
{
    private const int Count = 5;

    public static bool IsOfSchedule(FlowDifference difference) => difference.Field == nameof(FlowDefinition.Cron);

    /// <param name="difference">A difference of schedules.</param>
    /// <param name="now">The server's time, in its zone.</param>
    public static FlowDifference Foresee(FlowDifference difference, DateTimeOffset now) => difference with
    {
        ReferenceRuns = After(now, difference.Reference),
        DifferenceRuns = After(now, difference.Difference),
    };

    private static ShownList<ServiceTime> After(DateTimeOffset now, string cron)
    {
        var times = new FlowTimes(new PlannedFlow(Type: null, cron), ZoneClock.OfOffset(now.Offset));
        return new(times.From(now.AddTicks(1)).Take(Count).Select(run => new ServiceTime(run.Time)));
    }
}
