using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Schedules;
using BatchFlows.Analysis.Statistics;
using BatchFlows.Model.Instances;

namespace BatchFlows.Analysis.MissedRuns;

/// <summary>
/// Compares the times at which flows should have run with their runs. A run belongs to a time when its trigger time is
/// in the same minute, because that is all its ID tells. A run that was started by hand in that minute counts: no field
/// of a run says how it started, and its ID is the one that the scheduled run would have had.
/// </summary>
/// <param name="history">The runs of the flows, and of those they wait for.</param>
/// <param name="window">In which they should have run, until <paramref name="now"/> at most.</param>
/// <param name="now">The server's time, in its zone.</param>
/// <param name="allowed">How much later a run may start.</param>
/// <param name="isWhole">True when the history has the runs of all flows.</param>
internal sealed class MissedRunSearch(
    RunHistory history, FireWindow window, DateTimeOffset now, TimeSpan allowed, bool isWhole)
{
    private UpstreamRuns _upstream = new(history, []);

    private DateTime Now => now.DateTime;

    /// <summary>In the order of the times.</summary>
    public IReadOnlyList<MissedRun> Find(IReadOnlyCollection<ExpectedFlow> flows)
    {
        _upstream = new UpstreamRuns(history, flows);
        var found = new List<(ExpectedFlow Flow, ScheduledRun Time, MissedRun? Run)>();
        foreach (var flow in flows)
        {
            foreach (var time in flow.Times(window))
            {
                var fire = time.FireTime!.Value.DateTime;
                if (history.At(flow.Plan.FlowId, fire) is not { } run) found.Add((flow, time, null));
                else if (ProblemOf(flow, run, fire) is { } problem) found.Add((flow, time, problem));
            }
        }

        var outages = new Outages(history, isWhole
            ? found.Where(time => time.Run is null).Select(time => (time.Flow, FireOf(time.Time)))
            : []);
        return [.. found.Select(time => (time.Run ?? WithoutRun(time.Flow, FireOf(time.Time), outages)) with
            {
                FireTime = time.Time.FireTime!.Value,
                IsDoubtful = time.Time.IsDoubtful,
                FlowId = time.Flow.Plan.FlowId,
                FlowName = time.Flow.Plan.FlowName,
                ConnectionName = time.Flow.Plan.ConnectionName,
            })
            .OrderBy(run => run.FireTime)];
    }

    private static DateTime FireOf(ScheduledRun time) => time.FireTime!.Value.DateTime;

    private static MissedRun WithoutRun(ExpectedFlow flow, DateTime fire, Outages outages)
    {
        if (flow.Plan.IsActive == false)
            return Because(MissedRunReason.Paused, "the schedule is paused; when it was paused is not known");
        if (outages.At(fire) is { } outage) return Because(MissedRunReason.ServiceDown, outage);
        if (flow.Updated > fire)
        {
            return Because(
                MissedRunReason.Changed,
                $"the flow was changed at {Text(flow.Updated.Value)}; before, its schedule may have been another");
        }

        return Because(MissedRunReason.Unknown, "there is no run, and the service does not say why");
    }

    private MissedRun? ProblemOf(ExpectedFlow flow, RunFact run, DateTime fire)
    {
        var delay = StartDelay.Of(run, history.LastBefore(flow.Plan.FlowId, fire), fire, Now, allowed);
        var problem = run.Outcome.Status switch
        {
            InstanceStatus.Skip => _upstream.ProblemOf(flow, fire)
                ?? Because(
                    MissedRunReason.Skipped,
                    "the service skipped it"
                        + (flow.UpstreamTasks.Count > 0 ? $"; it waits for {_upstream.TasksOf(flow)}" : "")),
            InstanceStatus.Cancel when run.Start is null =>
                Because(MissedRunReason.Cancelled, "it was cancelled before it started"),
            InstanceStatus.Running or InstanceStatus.Rerun when run.Start is { } since =>
                StuckProblem(flow, Now - since),
            _ => delay is { HasStarted: false } ? QueueProblem(flow, fire, delay) : null,
        };
        if (problem is null && delay is not null) problem = LateProblem(flow, run, fire, delay);
        return problem is null ? null : problem with
        {
            FlowInstanceId = run.FlowInstanceId,
            Status = run.Outcome.Status,
        };
    }

    private MissedRun? StuckProblem(ExpectedFlow flow, TimeSpan running)
    {
        var usual = history.LongestOf(flow.Plan.FlowId);
        if (running <= StuckLimit.Of(usual)) return null;
        return Because(
            MissedRunReason.Stuck,
            $"it has run for {DurationWords.Of(running)}"
                + (usual is { } known ? $"; usually it takes {DurationWords.Of(known)} at most" : ""));
    }

    private MissedRun QueueProblem(ExpectedFlow flow, DateTime fire, StartDelay delay) =>
        (delay.Ahead is null && _upstream.ProblemOf(flow, fire) is { } upstream
            ? upstream with { Explanation = $"{delay}: {upstream.Explanation}" }
            : Because(MissedRunReason.Queued, $"{delay}")) with
        { Delay = delay.Length };

    private MissedRun LateProblem(ExpectedFlow flow, RunFact run, DateTime fire, StartDelay delay)
    {
        var late = Because(MissedRunReason.Late, $"{delay}") with { Delay = delay.Length };
        return delay.Ahead is null && run.Start is { } start
            && _upstream.LastEnd(flow, fire, start) is var (flowName, name, end)
            ? late with
            {
                Explanation = $"{delay}: '{name}', which it waits for, ended at {Text(end)}",
                UpstreamFlowName = flowName,
            }
            : late;
    }

    private static MissedRun Because(MissedRunReason reason, string explanation) =>
        new() { Reason = reason, Explanation = explanation };

    private static string Text(DateTime time) => FormattableString.Invariant($"{time:yyyy-MM-dd HH:mm}");
}
