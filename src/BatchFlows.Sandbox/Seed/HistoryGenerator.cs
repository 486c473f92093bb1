using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace BatchFlows.Sandbox;

/// <summary>
/// Adds flows, and runs of all flows as the scheduler would have started them. The service was down in one night, and
/// one flow was started by hand after it had failed.
/// </summary>
internal static class HistoryGenerator
{
    private const string Directory = "history";

    public static void Add(
        Organization organization, DateTimeOffset now, TimeSpan window, int flowCount, int seed,
        CancellationToken cancellationToken)
    {
        var history = new History(seed, now - window, now, organization.UtcOffset);
        var before = organization.Queues.Values.SelectMany(queue => queue.Runs).ToList();
        var isScheduling = organization.ScheduledTime is not null;
        AddFlows(organization, history, flowCount);
        organization.Queues.Clear();
        organization.Forget();
        organization.History = history;
        organization.ScheduledTime = history.Start;
        try
        {
            foreach (var (moment, happen) in Moments(organization, history).OrderBy(next => next.Time))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (moment <= history.Start || moment > now) continue;
                organization.Advance(moment);
                happen?.Invoke(moment);
            }
            organization.Advance(now);
        }
        finally
        {
            organization.ScheduledTime = isScheduling ? now : null;
            foreach (var run in before.Where(run => organization.FindRun(run.InstanceId) is null))
                organization.Take(run);
        }
    }

    private static void AddFlows(Organization organization, History history, int count)
    {
        var directory = FlowGenerator.DirectoryOf(organization, Directory);
        foreach (var definition in HistoryFlows.Scenario())
            FlowGenerator.Put(
                organization, history.Start.AddDays(-1), organization.NewFlowId(), definition.ToText(), directory);
        FlowGenerator.Add(
            organization, history.Start.AddDays(-1), count, number => HistoryFlows.Ordinary(number, history.Seed),
            CancellationToken.None);
    }

    /// <summary>
    /// Each midnight, so that no step starts too many runs, and the moments at which something happens.
    /// </summary>
    private static IEnumerable<(DateTimeOffset Time, Action<DateTimeOffset>? Happen)> Moments(
        Organization organization, History history)
    {
        for (var day = history.Start.ToOffset(history.Zone).Date; day <= history.Today; day = day.AddDays(1))
            yield return (new(day, history.Zone), null);
        var night = history.Today.AddDays(-Scenarios.MissedNightDaysAgo);
        yield return (JustBefore(night + Scenarios.MissedFrom), _ => organization.ScheduledTime = null);
        yield return (JustBefore(night + Scenarios.MissedTo), moment => organization.ScheduledTime = moment);
        var failed = history.Today.AddDays(-Scenarios.FailedTwiceDaysAgo);
        foreach (var time in Scenarios.RerunTimes)
        {
            yield return (new(failed + time, history.Zone), moment =>
            {
                var flow = organization.FlowNamed(Scenarios.FailedTwice)!;
                organization.AddRun(NewRun.Of(
                    flow, organization.TaskIdsOf(flow), moment, moment, history.Zone, history: history));
            }
            );
        }

        DateTimeOffset JustBefore(DateTime time) => new DateTimeOffset(time, history.Zone).AddTicks(-1);
    }
}
