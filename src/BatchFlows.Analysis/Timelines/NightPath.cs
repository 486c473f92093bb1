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
    private readonly ILookup<long?, Run> _byFlow;
    private readonly Lazy<ILookup<long?, Run>> _byTask;

    private NightPath(IReadOnlyCollection<Run> runs)
    {
        _byFlow = runs.ToLookup(run => run.Instance.FlowId);
        _byTask = new(() => runs.SelectMany(run => run.Instance.Graph.Tasks.Select(task => (task.TaskId, run)))
            .ToLookup(pair => pair.TaskId, pair => pair.run));
    }

    /// <returns>Empty when no run waited for another one.</returns>
    public static ISet<FlowInstance> In(IEnumerable<FlowInstance> runs)
    {
        Run[] all =
        [
            .. from run in runs.Distinct()
               let end = run.EndTime?.Value
               where end is not null
               select new Run(run, run.TriggerTime?.Value, run.StartTime?.Value, end.Value),
        ];
        var night = new NightPath(all);
        var before = new Dictionary<Run, Run>();
        var begins = new Dictionary<Run, DateTime?>(); // when the first run of the path to each was due
        foreach (var run in all.OrderBy(run => run.Start))
        {
            if (night.WaitedFor(run) is not { } one) continue;
            before[run] = one;
            begins[run] = begins.TryGetValue(one, out var begin) ? begin : one.Due;
        }

        var path = new HashSet<FlowInstance>();
        if (begins.Count == 0) return path;
        var next = begins.OrderByDescending(pair => pair.Key.End - pair.Value).First().Key;
        do path.Add(next.Instance);
        while (before.TryGetValue(next, out next));
        return path;
    }

    /// <summary>
    /// The run that held another one back the longest; null when it could start at its time. What waits for a task
    /// starts before the run of that task ends.
    /// </summary>
    private Run? WaitedFor(Run run)
    {
        if (run is not { Start: { } start, Due: { } due }) return null;
        var (flow, linked) = (run.Instance.FlowId, run.Instance.Graph.Flows);
        var whole = linked.Where(node => node.IsVirtual != true).SelectMany(node => _byFlow[node.FlowId])
            .Concat(flow is null ? [] : _byFlow[flow]).Where(one => one.End <= start);
        var parts = linked.Where(node => node.IsVirtual == true).SelectMany(node => _byTask.Value[node.FlowId]);
        return whole.Concat(parts).Where(one => one.Start < start && one.End > due)
            .OrderByDescending(one => one.End < start ? one.End : start).FirstOrDefault();
    }

    /// <summary>A run with its times, which a run reads from its text each time.</summary>
    private sealed record Run(FlowInstance Instance, DateTime? Due, DateTime? Start, DateTime End);
}
