using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Schedules;

namespace BatchFlows.Analysis.MissedRuns;

/// <summary>
/// Why the flows that a flow waits for held it up. A run waits for runs of the same period of the upstream flow's
/// cycle, as <see cref="SharedRuns"/> says; where that cycle is not known, of its own. A link to a task names the task
/// only: its flow is known if it is one of the flows at hand.
/// </summary>
internal sealed class UpstreamRuns
{
    private readonly RunHistory _history;
    private readonly Dictionary<long, string?> _cycles = [];
    private readonly Dictionary<long, PlannedFlow> _ownersOfTasks = [];

    public UpstreamRuns(RunHistory history, IEnumerable<ExpectedFlow> flows)
    {
        _history = history;
        foreach (var flow in flows)
        {
            if (flow.Plan.FlowId is not { } id || _cycles.ContainsKey(id)) continue;
            _cycles[id] = flow.Plan.Cycle;
            foreach (var task in flow.TaskIds) _ownersOfTasks[task] = flow.Plan;
        }
    }

    /// <summary>The first flow that had not succeeded when a run should have started; null when all had.</summary>
    public MissedRun? ProblemOf(ExpectedFlow flow, DateTime fire)
    {
        foreach (var (id, name) in flow.Upstream)
        {
            if (flow.OtherPeriods.Contains(name)) continue;
            if (WhatOf(flow, id, fire) is { } what) return Because(name, $"'{name}', which it waits for, {what}");
        }

        foreach (var task in flow.UpstreamTasks)
        {
            if (flow.OtherPeriods.Contains(task)) continue;
            if (OwnerOf(task) is { FlowId: { } id, FlowName: var name } && WhatOf(flow, id, fire) is { } what)
                return Because(name, $"'{name}', for whose task {task} it waits, {what}");
        }

        return null;
    }

    /// <summary>The tasks of other flows that it waits for, with their flows where they are known.</summary>
    public string TasksOf(ExpectedFlow flow) => string.Join(
        ", ", flow.UpstreamTasks.Select(task => OwnerOf(task) is { } owner ? $"{task} of '{owner.FlowName}'" : task));

    private PlannedFlow? OwnerOf(string task) =>
        ExpectedFlow.TaskIdOf(task) is { } id && _ownersOfTasks.TryGetValue(id, out var owner) ? owner : null;

    private string? WhatOf(ExpectedFlow flow, long upstream, DateTime fire)
    {
        if (_history.LastUntil(upstream, fire) is not { } last) return "has no earlier run in the window";
        if (last.Outcome.IsFailed) return $"failed ({last.FlowInstanceId})";
        if (last.Outcome.IsSkipped) return $"was skipped ({last.FlowInstanceId})";
        if (!last.Outcome.IsSuccess) return $"has not ended ({last.FlowInstanceId})";
        var cycle = _cycles.TryGetValue(upstream, out var known) ? known : flow.Plan.Cycle;
        return last.Outcome.Time < CyclePeriod.Of(fire, cycle).Start
            ? FormattableString.Invariant($"had last succeeded at {last.Outcome.Time:yyyy-MM-dd HH:mm}")
            : null;
    }

    private static MissedRun Because(string? flowName, string explanation) => new()
    {
        Reason = MissedRunReason.Upstream,
        Explanation = explanation,
        UpstreamFlowName = flowName,
    };
}
