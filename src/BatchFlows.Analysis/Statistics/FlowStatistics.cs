using System;
using System.Collections.Generic;
using BatchFlows.Model;

namespace BatchFlows;

/// <summary>Figures of the runs of a flow, a task, an owner or a day.</summary>
public sealed record FlowStatistics
{
    /// <summary>What the runs have in common: Flow, Task, Owner or Day.</summary>
    public string By { get; internal init; } = "";

    /// <summary>Which flow, task, owner or day, as text: a task is <c>flow/task</c>, a day <c>2026-03-01</c>.</summary>
    public string Group { get; internal init; } = "";

    /// <summary>ID of the flow; null for an owner or a day.</summary>
    public long? FlowId { get; internal init; }

    /// <summary>Name of the flow; null for an owner or a day.</summary>
    public string? FlowName { get; internal init; }

    /// <summary>Name of the task; null for all but tasks.</summary>
    public string? TaskName { get; internal init; }

    /// <summary>User name of the owner; null for all but owners.</summary>
    public string? Owner { get; internal init; }

    /// <summary>The day of the trigger times in the server's zone; null for all but days.</summary>
    public DateTime? Day { get; internal init; }

    /// <summary>Number of runs.</summary>
    public int Runs { get; internal init; }

    /// <summary>Number of runs that succeeded.</summary>
    public int SuccessCount { get; internal init; }

    /// <summary>Number of runs that failed, timed out or were cancelled.</summary>
    public int FailedCount { get; internal init; }

    /// <summary>Number of runs that the service skipped.</summary>
    public int SkippedCount { get; internal init; }

    /// <summary>Number of runs that have not ended, or whose state is not known.</summary>
    public int OpenCount => Runs - SuccessCount - FailedCount - SkippedCount;

    /// <summary>Share of the runs that succeeded among those that succeeded or failed, from 0 to 1.</summary>
    public double? SuccessRate { get; internal init; }

    /// <summary>How long a run usually takes: the median of the runs that succeeded.</summary>
    public TimeSpan? Median { get; internal init; }

    /// <summary>The duration that 95 % of the runs that succeeded do not exceed.</summary>
    public TimeSpan? P95 { get; internal init; }

    /// <summary>
    /// How far the last quarter of the runs that succeeded is from all of them, by the medians of their durations: 0.5
    /// for half as long again, -0.2 for a fifth less. Null for fewer than eight runs.
    /// </summary>
    public double? Trend { get; internal init; }

    /// <summary>How long a run usually waits between its trigger time and its start: the median.</summary>
    public TimeSpan? MedianWait { get; internal init; }

    /// <summary>The time that all runs together waited.</summary>
    public TimeSpan TotalWait { get; internal init; }

    /// <summary>The time that all runs together ran, failed ones included.</summary>
    public TimeSpan TotalDuration { get; internal init; }

    /// <summary>Share of the waiting in all the time that runs waited or ran, from 0 to 1.</summary>
    public double? WaitShare { get; internal init; }

    /// <summary>States of the last 20 runs, the last one at the end.</summary>
    public IReadOnlyList<InstanceStatus> LastResults { get; internal init; } = new ShownList<InstanceStatus>([]);

    /// <summary>Durations of the last 20 runs that succeeded, the last one at the end.</summary>
    public IReadOnlyList<TimeSpan> Durations { get; internal init; } = new ShownList<TimeSpan>([]);

    /// <summary>Number of runs whose tasks were read for the figures below; 0 when no tasks were read.</summary>
    public int DetailedRuns { get; internal init; }

    /// <summary>The five tasks that usually take longest, the slowest first.</summary>
    public IReadOnlyList<TaskFigure> SlowestTasks { get; internal init; } = new ShownList<TaskFigure>([]);

    /// <summary>
    /// The chain of tasks that most often decided how long the flow took, in their order. Empty for an owner or a day.
    /// </summary>
    public IReadOnlyList<TaskFigure> CriticalPath { get; internal init; } = new ShownList<TaskFigure>([]);

    /// <summary>For a task, share of the runs in which it was on the critical path, from 0 to 1.</summary>
    public double? CriticalShare { get; internal init; }

    /// <summary>Number of attempts of tasks that failed and were repeated; null when no tasks were read.</summary>
    public long? Retries { get; internal init; }

    /// <summary>
    /// The time that these attempts cost, with the pauses after them; null when no tasks were read. It is computed from
    /// the end of the tasks before and the start of the last attempt.
    /// </summary>
    public TimeSpan? RetryTime { get; internal init; }

    /// <summary>Name of the connection that the runs were read through.</summary>
    public string? ConnectionName { get; internal init; }

    /// <summary>The group.</summary>
    public override string ToString() => Group;
}
