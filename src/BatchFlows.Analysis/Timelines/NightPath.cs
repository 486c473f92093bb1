using System;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Analysis.Timelines;

/// <summary>
/// The runs that made a night as long as it was: from the run that ended last, back to the one that it waited for, and
/// so on. A run waits for runs of the flows and tasks that it is linked to, and for the run before it of its own flow.
/// The graphs of listed runs name the links, so no call is needed.
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

    /// <returns>Empty when the last run waited for no other of these runs.</returns>
    public static HashSet<FlowInstance> In(IReadOnlyCollection<FlowInstance> runs)
    {
        var (night, path) = (new NightPath(runs), new HashSet<FlowInstance>());
        var last = runs.OrderByDescending(EndOf).FirstOrDefault(run => EndOf(run) is not null);
        while (last is not null && path.Add(last)) last = night.WaitedFor(last);
        return path.Count > 1 ? path : [];
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
        var parts = run.Graph.Flows.Where(node => node.IsVirtual == true).SelectMany(node => _byTask.Value[node.FlowId])
            .Where(one => one.StartTime?.Value < start);
        return whole.Concat(parts).Where(one => one != run && EndOf(one) > due)
            .OrderByDescending(one => EndOf(one) < start ? EndOf(one) : start).FirstOrDefault();
    }

    private static DateTime? EndOf(FlowInstance run) => run.EndTime?.Value;
}
