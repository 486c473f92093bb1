using System;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Analysis.MissedRuns;

/// <summary>
/// Why the flows that a flow waits for held it up. A run waits for runs of the same period, which is that of the longer
/// cycle of the two flows; the service does not document it.
/// </summary>
internal sealed class UpstreamRuns(RunHistory history, IEnumerable<ExpectedFlow> flows)
{
    private static readonly string[] Cycles = ["mi", "H", "D", "W", "M"]; // the longest last

    private readonly Dictionary<long, string?> _cycles =
        flows.GroupBy(flow => flow.Plan.FlowId ?? 0).ToDictionary(flow => flow.Key, flow => flow.First().Cycle);

    /// <summary>The first flow that had not succeeded when a run should have started; null when all had.</summary>
    public MissedRun? ProblemOf(ExpectedFlow flow, DateTime fire)
    {
        foreach (var (id, name) in flow.Upstream)
        {
            if (WhatOf(flow, id, fire) is not { } what) continue;
            return new()
            {
                Reason = MissedRunReason.Upstream,
                Explanation = $"'{name}', which it waits for, {what}",
                UpstreamFlowName = name,
            };
        }

        return null;
    }

    private string? WhatOf(ExpectedFlow flow, long upstream, DateTime fire)
    {
        if (history.LastUntil(upstream, fire) is not { } last) return "has no earlier run in the window";
        if (last.Outcome.IsFailed) return $"failed ({last.FlowInstanceId})";
        if (last.Outcome.IsSkipped) return $"was skipped ({last.FlowInstanceId})";
        if (!last.Outcome.IsSuccess) return $"has not ended ({last.FlowInstanceId})";
        _cycles.TryGetValue(upstream, out var other);
        var cycle = Cycles[Math.Max(Place(flow.Cycle), Place(other))];
        return last.Outcome.Time < StartOf(fire, cycle)
            ? FormattableString.Invariant($"had last succeeded at {last.Outcome.Time:yyyy-MM-dd HH:mm}")
            : null;
    }

    private static int Place(string? cycle) => Math.Max(0, Array.IndexOf(Cycles, cycle));

    private static DateTime StartOf(DateTime time, string cycle) => cycle switch
    {
        "M" => new DateTime(time.Year, time.Month, 1),
        "W" => time.Date.AddDays(-(((int)time.DayOfWeek + 6) % 7)), // Monday
        "D" => time.Date,
        "H" => time.Date.AddHours(time.Hour),
        _ => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMinute)),
    };
}
