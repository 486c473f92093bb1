using System;
using System.Collections.Generic;
using BatchFlows.Model;

namespace BatchFlows;

/// <summary>Why a run failed or did not start, and what to try next.</summary>
public sealed record RunDiagnosis
{
    /// <summary>ID of the run.</summary>
    public string? FlowInstanceId { get; internal init; }

    /// <summary>ID of the flow.</summary>
    public long? FlowId { get; internal init; }

    /// <summary>Name of the flow.</summary>
    public string? FlowName { get; internal init; }

    /// <summary>Status of the run.</summary>
    public InstanceStatus? Status { get; internal init; }

    /// <summary>When it was to start.</summary>
    public ServiceTime? TriggerTime { get; internal init; }

    /// <summary>How long it ran; null while it runs, and when it did not start.</summary>
    public TimeSpan? Duration { get; internal init; }

    /// <summary>How long runs usually take: the median of those that succeeded; null without any.</summary>
    public TimeSpan? UsualDuration { get; internal init; }

    /// <summary>
    /// How much later than its trigger time it started, or how long it has waited; null for 15 minutes or less.
    /// </summary>
    public TimeSpan? Delay { get; internal init; }

    /// <summary>What happened, in a sentence.</summary>
    public string Cause { get; internal init; } = "";

    /// <summary>Name of the task that failed first; null when no task failed.</summary>
    public string? TaskName { get; internal init; }

    /// <summary>ID of that task's run.</summary>
    public string? TaskInstanceId { get; internal init; }

    /// <summary>Exit code of its command, as far as the log tells.</summary>
    public int? ExitCode { get; internal init; }

    /// <summary>Exit code that counts as success, from the definition of the flow.</summary>
    public string? SuccessCode { get; internal init; }

    /// <summary>Tries of the task, such as <c>4 of 4</c>.</summary>
    public string Tries { get; internal init; } = "";

    /// <summary>The line of the log that names the error, as far as one does.</summary>
    public string? ErrorLine { get; internal init; }

    /// <summary>The last lines of the log of the last try.</summary>
    public IReadOnlyList<string> Log { get; internal init; } = new ShownList<string>([]);

    /// <summary>Why the log could not be read, if so: then the exit code and the error are not known.</summary>
    public string? LogNotRead { get; internal init; }

    /// <summary>Names of the tasks that have not run because of it.</summary>
    public IReadOnlyList<string> BlockedTasks { get; internal init; } = new ShownList<string>([]);

    /// <summary>Names of the flows that it waits for and that have not succeeded.</summary>
    public IReadOnlyList<string> OpenUpstream { get; internal init; } = new ShownList<string>([]);

    /// <summary>ID of the last run before it that succeeded; null when there is none in the window.</summary>
    public string? LastGoodRun { get; internal init; }

    /// <summary>What changed since that run: parameters, and the definition.</summary>
    public IReadOnlyList<string> Changes { get; internal init; } = new ShownList<string>([]);

    /// <summary>How many failed runs of the flow before it in the window had the same error in the same task.</summary>
    public int SeenBefore { get; internal init; }

    /// <summary>How many failed runs before it were compared for that: ten at most.</summary>
    public int FailuresCompared { get; internal init; }

    /// <summary>IDs of failed runs before it that could not be read, so they were not compared.</summary>
    public IReadOnlyList<string> FailuresNotRead { get; internal init; } = new ShownList<string>([]);

    /// <summary>
    /// ID of the first run after it that succeeded, if it failed or was skipped; null when there is none in the window.
    /// </summary>
    public string? RecoveredBy { get; internal init; }

    /// <summary>A command to try next; empty when there is nothing to do.</summary>
    public string NextStep { get; internal init; } = "";

    /// <summary>Name of the connection it came through.</summary>
    public string? ConnectionName { get; internal init; }

    /// <summary>The flow and the cause.</summary>
    public override string ToString() => $"{FlowName}: {Cause}";
}
