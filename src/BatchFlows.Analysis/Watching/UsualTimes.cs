using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Statistics;

namespace BatchFlows.Analysis.Watching;

/// <summary>How long a flow and its tasks usually run: medians of runs that succeeded.</summary>
/// <param name="Flow">Of the flow; null when it is not known.</param>
/// <param name="Tasks">Of its tasks, by their names.</param>
internal sealed record UsualTimes(TimeSpan? Flow, IReadOnlyDictionary<string, TimeSpan> Tasks)
{
    public static UsualTimes None { get; } = new(Flow: null, new Dictionary<string, TimeSpan>());

    public TimeSpan? Of(string? task) => Tasks.TryGetValue(task ?? "", out var usual) ? usual : null;

    public static UsualTimes Of(IReadOnlyCollection<RunDetail> runs)
    {
        var outcomes =
            from run in runs
            from task in run.Tasks.Select((fact, i) => (fact.Name, Outcome: run.OutcomeOf(i)))
            where task.Outcome is { Status: InstanceStatus.Success, Duration: not null }
            select task;
        return new(
            Durations.Median(runs.Select(run => run.Run.Outcome.Duration).OfType<TimeSpan>()),
            outcomes.GroupBy(task => task.Name, task => task.Outcome.Duration!.Value, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(
                    same => same.Key, same => Durations.Median(same)!.Value, StringComparer.OrdinalIgnoreCase));
    }
}
