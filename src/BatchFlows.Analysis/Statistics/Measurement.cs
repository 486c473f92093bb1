using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Model;

namespace BatchFlows.Analysis.Statistics;

/// <summary>Computes the figures of one group of runs.</summary>
internal static class Measurement
{
    private const int Last = 20;
    private const int Slowest = 5;
    private const double P95 = 0.95;

    /// <summary>Adds what follows from how runs went.</summary>
    /// <param name="group">What the runs have in common.</param>
    /// <param name="runs">In the order of their times. They are looked at several times.</param>
    public static FlowStatistics With(this FlowStatistics group, IEnumerable<Outcome> runs)
    {
        var count = runs.Count();
        var (successes, failures) = (runs.Count(run => run.IsSuccess), runs.Count(run => run.IsFailed));
        var durations = runs.Where(run => run is { IsSuccess: true, Duration: not null })
            .Select(run => run.Duration!.Value).ToList();
        var (wait, running) = (Durations.Sum(runs.Select(run => run.Wait)),
            Durations.Sum(runs.Select(run => run.Duration)));
        return group with
        {
            Runs = count,
            SuccessCount = successes,
            FailedCount = failures,
            SkippedCount = runs.Count(run => run.IsSkipped),
            SuccessRate = Share(successes, successes + failures),
            Median = Durations.Median(durations),
            P95 = Durations.Percentile(durations, P95),
            Trend = Durations.Trend(durations),
            MedianWait = Durations.Median(runs.Select(run => run.Wait).OfType<TimeSpan>()),
            TotalWait = wait,
            TotalDuration = running,
            WaitShare = Share(wait.Ticks, wait.Ticks + running.Ticks),
            LastResults = new ShownList<InstanceStatus>(
                runs.Skip(count - Last).Select(run => run.Status ?? InstanceStatus.None)),
            Durations = new ShownList<TimeSpan>(durations.Skip(durations.Count - Last)),
        };
    }

    /// <summary>Adds what follows from the tasks of runs, if tasks of any were read.</summary>
    public static FlowStatistics With(this FlowStatistics group, IReadOnlyCollection<RunDetail> details)
    {
        if (details.Count == 0) return group;
        var tasks = details.SelectMany(run => run.Tasks.Select((task, place) => (Run: run, Task: task, Place: place)))
            .ToList();
        return group with
        {
            DetailedRuns = details.Count,
            SlowestTasks = new ShownList<TaskFigure>(
                tasks.GroupBy(task => (task.Run.Run.FlowName, task.Task.Name))
                    .Select(task => FigureOf(
                        task.Key.FlowName, task.Key.Name,
                        [.. task.Select(run => run.Run.OutcomeOf(run.Place))
                            .Where(run => run.IsSuccess).Select(run => run.Duration).OfType<TimeSpan>()]))
                    .OfType<TaskFigure>().OrderByDescending(task => task.Median).Take(Slowest)),
            CriticalPath = new ShownList<TaskFigure>(group.FlowId is null ? [] : PathOf(details)),
            Retries = tasks.Sum(task => task.Task.Retries),
            RetryTime = Durations.Sum(tasks.Select(task => (TimeSpan?)task.Run.RetryTime(task.Place))),
        };
    }

    public static double? Share(double part, double whole) => whole > 0 ? part / whole : null;

    private static IEnumerable<TaskFigure> PathOf(IEnumerable<RunDetail> details)
    {
        var paths = details
            .Select(run => (run.Run.FlowName, Steps: Statistics.CriticalPath.Of(run)))
            .GroupBy(path => string.Join("\n", path.Steps.Select(step => step.Task.Name)))
            .OrderByDescending(path => path.Count())
            .First().ToList();
        return paths[0].Steps.Select((step, place) => FigureOf(
            paths[0].FlowName, step.Task.Name, [.. paths.Select(path => path.Steps[place].Duration)])! with
        {
            MedianDelay = Durations.Median(paths.Select(path => path.Steps[place].Delay))!.Value,
        });
    }

    private static TaskFigure? FigureOf(string flow, string task, IReadOnlyCollection<TimeSpan> durations) =>
        Durations.Median(durations) is { } median
            ? new()
            {
                FlowName = flow,
                TaskName = task,
                Median = median,
                Runs = durations.Count,
            }
            : null;
}
