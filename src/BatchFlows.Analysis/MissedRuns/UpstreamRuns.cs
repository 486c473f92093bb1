using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Schedules;

namespace BatchFlows.Analysis.MissedRuns;

/// <summary>
/// Why the flows that a flow waits for held it up. A run waits for runs of the same period of the upstream flow's
/// cycle, as <see cref="SharedRuns"/> says; where that cycle is not known, of its own.
/// </summary>
internal sealed class UpstreamRuns(RunHistory history, IEnumerable<ExpectedFlow> flows)
{
    private readonly Dictionary<long, string?> _cycles =
        flows.GroupBy(flow => flow.Plan.FlowId ?? 0).ToDictionary(flow => flow.Key, flow => flow.First().Plan.Cycle);

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
        var cycle = _cycles.TryGetValue(upstream, out var known) ? known : flow.Plan.Cycle;
        return last.Outcome.Time < CyclePeriod.Of(fire, cycle).Start
            ? FormattableString.Invariant($"had last succeeded at {last.Outcome.Time:yyyy-MM-dd HH:mm}")
            : null;
    }
}
