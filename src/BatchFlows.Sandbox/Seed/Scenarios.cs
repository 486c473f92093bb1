using System;

namespace BatchFlows.Sandbox;

/// <summary>The flows of a history of which it is known what happened. The README lists them.</summary>
internal static class Scenarios
{
    public const string SlowMonth = "slow_month";
    public const string FlakyTask = "flaky_task";
    public const string FailedTwice = "failed_twice";
    public const string TimedOut = "timed_out";
    public const string StuckRun = "stuck_run";
    public const string FailedUpstream = "failed_upstream";
    public const string WaitsForUpstream = "waits_for_upstream";

    /// <summary>How much longer the task that got slow takes at the end.</summary>
    public const int Slowdown = 3;

    public const int FailedTwiceDaysAgo = 2;
    public const int TimedOutDaysAgo = 1;
    public const int StuckDaysAgo = 1;
    public const int UpstreamFailedDaysAgo = 3;

    /// <summary>The evening on which the missed night begins.</summary>
    public const int MissedNightDaysAgo = 5;

    public static readonly TimeSpan MissedFrom = TimeSpan.FromHours(22);
    public static readonly TimeSpan MissedTo = TimeSpan.FromHours(30);

    /// <summary>When the flow that failed twice was started by hand.</summary>
    public static readonly TimeSpan[] RerunTimes = [TimeSpan.FromHours(6.5), TimeSpan.FromHours(8)];

    private static readonly (double, int, string?) Usual = (1, 0, null);

    public static bool IsName(string flowName) => flowName is SlowMonth or FlakyTask or FailedTwice or TimedOut
        or StuckRun or FailedUpstream or WaitsForUpstream;

    /// <summary>What is known about an attempt; null when it is one like others.</summary>
    public static (double Factor, int ExitCode, string? Error)? Of(
        History history, FlowRun run, TaskModel task, int attempt)
    {
        var daysAgo = (history.Today - run.TriggerTime.ToOffset(history.Zone).Date).Days;
        return (run.Flow.Name, task.Name) switch
        {
            (SlowMonth, "aggregate") => (1 + ((Slowdown - 1) * Progress(history, run.TriggerTime)), 0, null),
            (FlakyTask, "fetch") when attempt <= FailuresOf(run.TriggerTime) =>
                (0.2, 1, "ERROR: connection to the meter gateway was reset by peer"),
            (FailedTwice, "convert") when daysAgo == FailedTwiceDaysAgo
                && run.TriggerTime.ToOffset(history.Zone).TimeOfDay < RerunTimes[1] =>
                (0.5, 2, "ERROR: column 'reading' is missing in readings.csv"),
            (TimedOut, "compute") when daysAgo == TimedOutDaysAgo => (20, 0, null),
            (StuckRun, "wait_for_file") when daysAgo == StuckDaysAgo => (1e6, 0, null),
            (FailedUpstream, "collect") when daysAgo == UpstreamFailedDaysAgo
                || (run.TriggerTime <= history.End && run.TriggerTime > history.End.AddDays(-1)) =>
                (0.1, 3, "ERROR: source system answered with HTTP 503"),
            _ => IsName(run.Flow.Name) ? Usual : null,
        };
    }

    /// <summary>In every third hour the task goes well at once, in the next it fails once, then twice.</summary>
    public static int FailuresOf(DateTimeOffset triggerTime) => (int)(triggerTime.ToUnixTimeSeconds() / 3600 % 3);

    private static double Progress(History history, DateTimeOffset time)
    {
        var share = (time - history.Start).TotalSeconds / (history.End - history.Start).TotalSeconds;
        return Math.Min(Math.Max(share, 0), 1);
    }
}
