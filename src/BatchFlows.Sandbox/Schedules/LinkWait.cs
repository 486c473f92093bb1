using System;
using System.Linq;

namespace BatchFlows.Sandbox;

/// <summary>
/// How a scheduled run waits for the flows and tasks that its links name: until each succeeded in a run of the same
/// period, which is that of the longer cycle of the two flows.
/// </summary>
internal static class LinkWait
{
    /// <summary>When all had succeeded; null as long as one has not.</summary>
    public static DateTimeOffset? FreeTime(Organization organization, FlowRun run)
    {
        var latest = DateTimeOffset.MinValue;
        if (!run.IsScheduled) return latest;
        foreach (var link in run.Flow.Links)
        {
            if (SuccessOf(organization, run, link) is not { } time) return null;
            if (time > latest) latest = time;
        }
        return latest;
    }

    /// <summary>
    /// When a run that still waits is skipped: with the end of the first period that brought no success.
    /// </summary>
    public static DateTimeOffset? EndOf(Organization organization, FlowRun run)
    {
        if (!run.IsScheduled) return null;
        return run.Flow.Links
            .Where(link => SuccessOf(organization, run, link) is null)
            .Select(link => (DateTimeOffset?)Period(organization, run, organization.FlowNamed(link.FlowName)).End)
            .Min();
    }

    private static DateTimeOffset? SuccessOf(Organization organization, FlowRun run, LinkModel link)
    {
        if (organization.FlowNamed(link.FlowName) is not { } upstream
            || !organization.Queues.TryGetValue(upstream.Id, out var queue))
            return null;
        var (start, end) = Period(organization, run, upstream);
        DateTimeOffset? first = null;
        for (var i = queue.Runs.Count - 1; i >= 0; i--)
        {
            var candidate = queue.Runs[i];
            if (candidate.TriggerTime >= start && candidate.TriggerTime < end
                && SuccessOf(candidate, link.TaskName) is { } time && !(time >= first))
                first = time;
        }
        return first < end ? first : null;
    }

    private static DateTimeOffset? SuccessOf(FlowRun run, string taskName)
    {
        if (taskName.Length == 0) return run.Status == RunStatus.Success ? run.EndTime : null;
        var index = run.Flow.Tasks.Select(task => task.Name).TakeWhile(name => name != taskName).Count();
        return run.StartTime is not null && index < run.Flow.Tasks.Count
            && run.Tasks[index] is { Status: RunStatus.Success } task
            ? task.Attempts[task.Attempts.Count - 1].End
            : null;
    }

    private static (DateTimeOffset Start, DateTimeOffset End) Period(
        Organization organization, FlowRun run, StoredFlow? upstream) =>
        Cycle.PeriodOf(
            run.TriggerTime, Cycle.Longer(run.Flow.Cycle, upstream?.Model.Cycle ?? run.Flow.Cycle),
            organization.UtcOffset);
}
