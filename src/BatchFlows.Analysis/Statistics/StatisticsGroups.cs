using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace BatchFlows.Analysis.Statistics;

/// <summary>Groups runs, and computes the figures of each group.</summary>
internal static class StatisticsGroups
{
    public const string ByFlow = "Flow";
    public const string ByTask = "Task";
    public const string ByOwner = "Owner";
    public const string ByDay = "Day";

    private const string Nobody = "(none)";

    /// <summary>Figures by what the runs have in common.</summary>
    /// <param name="by">One of the four names.</param>
    /// <param name="runs">The runs.</param>
    /// <param name="details">Those of them whose tasks were read.</param>
    public static IEnumerable<FlowStatistics> Of(
        string by, IEnumerable<RunFact> runs, IReadOnlyCollection<RunDetail> details) => by switch
        {
            ByTask => OfTasks(details),
            ByOwner => Groups(runs, details, OwnersOf, owner => new()
            {
                By = by,
                Group = owner,
                Owner = owner == Nobody ? null : owner,
            }).OrderBy(group => group.Group, StringComparer.OrdinalIgnoreCase),
            ByDay => Groups<DateTime?>(runs, details, run => [run.Outcome.Time?.Date], day => new()
            {
                By = by,
                Group = day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? Nobody,
                Day = day,
            }).OrderBy(group => group.Day),
            _ => Groups<(long? FlowId, string)>(
                runs, details, run => [(run.FlowId, run.FlowId is null ? run.FlowName : "")], flow => new()
                {
                    By = by,
                    FlowId = flow.FlowId,
                }).OrderBy(group => group.Group, StringComparer.OrdinalIgnoreCase).ThenBy(group => group.FlowId),
        };

    private static IEnumerable<FlowStatistics> Groups<T>(
        IEnumerable<RunFact> runs, IEnumerable<RunDetail> details, Func<RunFact, IEnumerable<T>> keysOf,
        Func<T, FlowStatistics> make)
    {
        var detailed = details.SelectMany(detail => keysOf(detail.Run), (detail, key) => (detail, key))
            .ToLookup(pair => pair.key, pair => pair.detail);
        foreach (var group in runs.SelectMany(run => keysOf(run), (run, key) => (run, key))
            .GroupBy(pair => pair.key, pair => pair.run))
        {
            var made = make(group.Key);
            RunFact[] inOrder = [.. group.OrderBy(run => run.Outcome.Time)];
            if (made.By == ByFlow)
            {
                // A flow may have been renamed meanwhile.
                var name = inOrder[inOrder.Length - 1].FlowName;
                made = made with { Group = name, FlowName = name };
            }

            yield return made.With(inOrder.Select(run => run.Outcome)).With([.. detailed[group.Key]]);
        }
    }

    /// <summary>The tasks of each flow, the slowest first.</summary>
    private static IEnumerable<FlowStatistics> OfTasks(IEnumerable<RunDetail> details) => details
        .Select(run => (Run: run, Path: new HashSet<TaskFact>(CriticalPath.Of(run).Select(step => step.Task))))
        .SelectMany(run => run.Run.Tasks.Select((task, place) => (run.Run, run.Path, Task: task, Place: place)))
        .Where(task => task.Task.Start is not null) // those behind a task that failed have no run
        .GroupBy(task => (task.Run.Run.FlowId, task.Run.Run.FlowName, task.Task.Name))
        .Select(task => new FlowStatistics
        {
            By = ByTask,
            Group = $"{task.Key.FlowName}/{task.Key.Name}",
            FlowId = task.Key.FlowId,
            FlowName = task.Key.FlowName,
            TaskName = task.Key.Name,
            DetailedRuns = task.Count(),
            CriticalShare = Measurement.Share(task.Count(run => run.Path.Contains(run.Task)), task.Count()),
            Retries = task.Sum(run => run.Task.Retries),
            RetryTime = Durations.Sum(task.Select(run => (TimeSpan?)run.Run.RetryTime(run.Place))),
        }.With([.. task.Select(run => run.Run.OutcomeOf(run.Place)).OrderBy(run => run.Time)]))
        .OrderBy(task => task.FlowName, StringComparer.OrdinalIgnoreCase)
        .ThenByDescending(task => task.Median);

    private static IEnumerable<string> OwnersOf(RunFact run) =>
        run.Owners.Distinct(StringComparer.OrdinalIgnoreCase).DefaultIfEmpty(Nobody);
}
