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
    public MissedRun? ProblemOf(ExpectedFlow flow, DateTime fire) =>
        ProblemsOf(flow, fire).FirstOrDefault() is { } problem
            ? new()
            {
                Reason = MissedRunReason.Upstream,
                Explanation = $"'{problem.Name}', which it waits for, {problem.What}",
                UpstreamFlowName = problem.FlowName,
            }
            : null;

    /// <summary>The flows that had not succeeded when a run should have started.</summary>
    public IEnumerable<UpstreamProblem> ProblemsOf(ExpectedFlow flow, DateTime fire) =>
        Before(flow).Select(upstream => ProblemOf(flow, upstream.Id, upstream.FlowName, upstream.Name, fire))
            .OfType<UpstreamProblem>();

    /// <summary>The flow whose run ended last between two times; null when none did.</summary>
    public (string FlowName, string Name, DateTime End)? LastEnd(ExpectedFlow flow, DateTime after, DateTime until)
    {
        var ends = Before(flow)
            .Select(upstream => (Upstream: upstream, End: _history.LastEnd(upstream.Id, after, until)))
            .Where(run => run.End is not null).ToList();
        if (ends.Count == 0) return null;
        var (last, end) = ends.Aggregate((one, other) => other.End > one.End ? other : one);
        return (last.FlowName, last.Name, end!.Value);
    }

    /// <summary>The flows of the same period that it waits for; of those for a task, the ones that are known.</summary>
    private IEnumerable<(long Id, string FlowName, string Name)> Before(ExpectedFlow flow)
    {
        foreach (var (id, name) in flow.Upstream)
        {
            if (!flow.OtherPeriods.Contains(name)) yield return (id, name, name);
        }

        foreach (var task in flow.UpstreamTasks)
        {
            if (!flow.OtherPeriods.Contains(task) && OwnerOf(task) is { FlowId: { } id } owner)
                yield return (id, owner.FlowName ?? "", NameOf(task));
        }
    }

    /// <summary>The tasks of other flows that it waits for, with their flows where they are known.</summary>
    public string TasksOf(ExpectedFlow flow) => string.Join(", ", flow.UpstreamTasks.Select(NameOf));

    private string NameOf(string task) =>
        OwnerOf(task) is { } owner ? $"{owner.FlowName}/{LinkedTask.NameIn(task)}" : task;

    private PlannedFlow? OwnerOf(string task) =>
        LinkedTask.IdIn(task) is { } id && _ownersOfTasks.TryGetValue(id, out var owner) ? owner : null;

    private UpstreamProblem? ProblemOf(ExpectedFlow flow, long upstream, string flowName, string name, DateTime fire)
    {
        if (_history.LastUntil(upstream, fire) is not { } last) return Because("has no earlier run in the window");
        var run = last.FlowInstanceId;
        if (last.Outcome.Status is InstanceStatus.Cancel) return Because($"was cancelled ({run})", run);
        if (last.Outcome.IsFailed) return Because($"failed ({run})", run);
        if (last.Outcome.IsSkipped) return Because($"was skipped ({run})", run);
        if (!last.Outcome.IsSuccess) return Because($"has not ended ({run})", run);
        var cycle = _cycles.TryGetValue(upstream, out var known) ? known : flow.Plan.Cycle;
        return last.Outcome.Time < CyclePeriod.Of(fire, cycle).Start
            ? Because(FormattableString.Invariant($"had last succeeded at {last.Outcome.Time:yyyy-MM-dd HH:mm}")) with
            {
                HasSucceeded = true,
            }
            : null;

        UpstreamProblem Because(string what, string? run = null) =>
            new(upstream, flowName, name, what) { FlowInstanceId = run };
    }
}
