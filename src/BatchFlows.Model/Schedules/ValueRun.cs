using System;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Model.Schedules;

/// <summary>Values of a field that follow each other. The first of the field may follow the last.</summary>
internal readonly record struct ValueRun(int First, int Last, int Count)
{
    /// <param name="values">Not all values of the field.</param>
    /// <param name="field">The field.</param>
    /// <param name="wraps">True when the first value follows the last.</param>
    public static IReadOnlyList<ValueRun> Of(SortedSet<int> values, CronField field, bool wraps = true)
    {
        var runs = new List<ValueRun>();
        foreach (var value in values)
        {
            if (runs.Count > 0 && runs[runs.Count - 1] is var last && last.Last == value - 1)
                runs[runs.Count - 1] = last with { Last = value, Count = last.Count + 1 };
            else runs.Add(new(value, value, 1));
        }

        if (!wraps || runs.Count < 2 || runs[0].First != field.Least || runs[runs.Count - 1].Last != field.Most)
            return runs;
        var end = runs[runs.Count - 1];
        runs[0] = new(end.First, runs[0].Last, end.Count + runs[0].Count);
        runs.RemoveAt(runs.Count - 1);
        return runs;
    }

    /// <summary>The values of a field that others leave out.</summary>
    public static SortedSet<int> Missing(SortedSet<int> values, CronField field) =>
        [.. Enumerable.Range(field.Least, field.Most - field.Least + 1).Where(value => !values.Contains(value))];

    /// <summary>Runs with commas between them, such as <c>Mon-Wed,Fri</c>.</summary>
    public static string Text(IEnumerable<ValueRun> runs, Func<int, string> name) => string.Join(
        ",",
        runs.Select(run => run.Count == 1 ? name(run.First)
            : $"{name(run.First)}{(run.Count == 2 ? "," : "-")}{name(run.Last)}"));
}
