using System;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Analysis.Statistics;

/// <summary>A run with its tasks.</summary>
/// <param name="Run">The run.</param>
/// <param name="Tasks">The tasks, in the order of its plan.</param>
/// <param name="Relations">Places of a task, and of one that follows it.</param>
internal sealed record RunDetail(
    RunFact Run, IReadOnlyList<TaskFact> Tasks, IReadOnlyList<(int Source, int Target)> Relations)
{
    /// <summary>When the first task could start; null when none has started.</summary>
    public DateTime? Start { get; } = Earlier(Run.Start, Tasks.Min(task => task.Start));

    public ILookup<int, int> Predecessors => field ??=
        Relations.ToLookup(relation => relation.Target, relation => relation.Source);

    /// <summary>When all that a task follows had ended, so that it could start.</summary>
    public DateTime? ReadyTime(int task) => Predecessors[task].Select(source => Tasks[source].End).Max() ?? Start;

    /// <summary>The time that failed attempts of a task cost, with the pauses between them.</summary>
    public TimeSpan RetryTime(int task) =>
        Tasks[task] is { Retries: > 0, Start: { } start } && start - ReadyTime(task) is { Ticks: > 0 } lost
            ? lost
            : TimeSpan.Zero;

    /// <summary>A run that started after its tasks has a time of another clock.</summary>
    private static DateTime? Earlier(DateTime? run, DateTime? task) => run > task ? task : run ?? task;

    /// <summary>How a task went.</summary>
    public Outcome OutcomeOf(int task)
    {
        var fact = Tasks[task];
        var wait = fact.Retries > 0 ? null : fact.Start - ReadyTime(task);
        var duration = fact.End - fact.Start;
        return new(
            fact.Status, Run.Outcome.Time, wait >= TimeSpan.Zero ? wait : null,
            duration >= TimeSpan.Zero ? duration : null);
    }
}
