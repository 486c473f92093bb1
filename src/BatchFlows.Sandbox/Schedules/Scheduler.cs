using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace BatchFlows.Sandbox;

/// <summary>Starts the runs of flows whose cron fires while time passes.</summary>
internal static class Scheduler
{
    /// <summary>How many runs one move of the clock starts at most; later fires of that move are lost.</summary>
    public const int MostRuns = 100_000;

    private const int Periodic = 1;

    /// <summary>Fires all that is due after a moment, up to another, in the order of time.</summary>
    public static void Fire(Organization organization, DateTimeOffset after, DateTimeOffset now)
    {
        var fires = new SortedSet<(DateTimeOffset Time, long FlowId)>();
        foreach (var flow in organization.Flows.Values.Where(MayFire)) Add(flow, after);
        for (var runs = 0; runs < MostRuns && fires.Count > 0;)
        {
            var next = fires.Min;
            fires.Remove(next);
            var flow = organization.Flows[next.FlowId];
            if (Start(organization, flow, next.Time)) runs++;
            // The id of a run has the minute, so there is one run for all fires of a minute.
            Add(flow, next.Time.AddTicks(TimeSpan.TicksPerMinute - 1 - (next.Time.Ticks % TimeSpan.TicksPerMinute)));
        }

        void Add(StoredFlow flow, DateTimeOffset from)
        {
            var start = StartOf(flow, organization.UtcOffset);
            var time = flow.Model.Schedule.Next(from > start ? from : start, now, organization.UtcOffset);
            if (time is { } found) fires.Add((found, flow.Id));
        }
    }

    private static bool MayFire(StoredFlow flow) =>
        flow.IsActive && flow.Model is { Type: Periodic, Tasks.Count: > 0 };

    private static bool Start(Organization organization, StoredFlow flow, DateTimeOffset time)
    {
        if (organization.FindRun(NewRun.InstanceId(flow.Id, time)) is not null) return false;
        organization.AddRun(NewRun.Of(
            flow, organization.TaskIdsOf(flow), time, time, organization.UtcOffset, history: organization.History,
            isScheduled: true));
        return true;
    }

    /// <summary>The moment before the flow's start date; the beginning of time when it has none.</summary>
    private static DateTimeOffset StartOf(StoredFlow flow, TimeSpan zone) =>
        DateTime.TryParseExact(
            flow.Model.StartDate, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date.Year is > 1 and < 9999
            ? new DateTimeOffset(date, zone).AddTicks(-1)
            : DateTimeOffset.MinValue;
}
