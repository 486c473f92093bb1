using System;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Analysis.Statistics;

/// <summary>
/// The chain of tasks that decided how long a run took: the task that ended last, before it the one among those it
/// follows that ended last, and so on. It is never longer than the run.
/// </summary>
internal static class CriticalPath
{
    /// <summary>
    /// The tasks in their order, how long each was held up after the one before, and how long it ran.
    /// </summary>
    public static IReadOnlyList<(TaskFact Task, TimeSpan Delay, TimeSpan Duration)> Of(RunDetail run)
    {
        var chain = new Stack<int>();
        var seen = new HashSet<int>();
        var next = LastOf(Enumerable.Range(0, run.Tasks.Count));
        for (; next is { } task && seen.Add(task); next = LastOf(run.Predecessors[task])) chain.Push(task);
        var steps = new List<(TaskFact, TimeSpan, TimeSpan)>();
        var at = run.Start ?? DateTime.MinValue;
        foreach (var task in chain)
        {
            // Clocks that disagree must not make the chain longer than the run.
            var start = Later(run.Tasks[task].Start!.Value, at);
            var end = Later(run.Tasks[task].End!.Value, start);
            steps.Add((run.Tasks[task], start - at, end - start));
            at = end;
        }
        return steps;

        int? LastOf(IEnumerable<int> tasks) => tasks
            .Where(task => run.Tasks[task] is { Start: not null, End: not null } known && known.Start <= known.End)
            .OrderByDescending(task => run.Tasks[task].End)
            .Select(task => (int?)task)
            .FirstOrDefault();
    }

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;
}
