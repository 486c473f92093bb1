using System;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Analysis.Timelines;

/// <summary>
/// The runs that made a night long: those that waited for each other, from the time at which the first one was due to
/// the end of the last one. Which run ended last says little, because flows that run every few minutes always do. A run
/// waits for runs of the flows and tasks that it is linked to, and for the run before it of its own flow. The graphs of
/// listed runs name the links, so no call is needed.
/// </summary>
internal sealed class NightPath
{
    private readonly ILookup<long?, FlowInstance> _byFlow;
    private readonly Lazy<ILookup<long?, FlowInstance>> _byTask;

    private NightPath(IReadOnlyCollection<FlowInstance> runs)
    {
        _byFlow = runs.ToLookup(run => run.FlowId);
        _byTask = new(() => runs.SelectMany(run => run.Graph.Tasks.Select(task => (task.TaskId, run)))
            .ToLookup(pair => pair.TaskId, pair => pair.run));
    }

    /// <returns>Empty when no run waited for another one.</returns>
    public static ICollection<FlowInstance> In(IReadOnlyCollection<FlowInstance> runs)
    {
        var night = new NightPath(runs);
        var before = runs.Where(run => EndOf(run) is not null).Distinct()
            .Select(run => (Run: run, Before: night.WaitedFor(run))).Where(pair => pair.Before is not null)
            .ToDictionary(pair => pair.Run, pair => pair.Before!);
        return before.Keys.Select(PathTo)
            .OrderByDescending(path => EndOf(path[0]) - path[path.Count - 1].TriggerTime?.Value)
            .FirstOrDefault() ?? [];

        List<FlowInstance> PathTo(FlowInstance last)
        {
            var path = new List<FlowInstance> { last };
            while (before.TryGetValue(path[path.Count - 1], out var one)) path.Add(one);
            return path;
        }
    }

    /// <summary>
    /// The run that held another one back the longest; null when it could start at its time. What waits for a task
    /// starts before the run of that task ends.
    /// </summary>
    private FlowInstance? WaitedFor(FlowInstance run)
    {
        if (run.StartTime?.Value is not { } start || run.TriggerTime?.Value is not { } due) return null;
        var whole = run.Graph.Flows.Where(node => node.IsVirtual != true).SelectMany(node => _byFlow[node.FlowId])
            .Concat(run.FlowId is null ? [] : _byFlow[run.FlowId]).Where(one => EndOf(one) <= start);
        var parts = run.Graph.Flows.Where(node => node.IsVirtual == true)
            .SelectMany(node => _byTask.Value[node.FlowId]);
        return whole.Concat(parts).Where(one => one.StartTime?.Value < start && EndOf(one) > due)
            .OrderByDescending(one => EndOf(one) < start ? EndOf(one) : start).FirstOrDefault();
    }

    private static DateTime? EndOf(FlowInstance run) => run.EndTime?.Value;
}
