using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Diagrams;

namespace BatchFlows.Analysis.Timelines;

/// <summary>
/// The timeline of one run: when its tasks waited and ran, and which of them made it as long as it was.
/// </summary>
internal static class RunTimeline
{
    /// <param name="run">The run, with its graph.</param>
    /// <param name="tasks">The runs of its tasks, as far as they were read.</param>
    public static Timeline Of(FlowInstance run, IEnumerable<TaskInstance> tasks)
    {
        var instances = tasks.GroupBy(task => task.TaskInstanceId ?? "").ToDictionary(
            same => same.Key, same => same.First());
        var items = run.Graph.Tasks.Select(node => (
            Node: node, Task: instances.TryGetValue(node.TaskInstanceId ?? "", out var task) ? task : null)).ToArray();
        var before = Before(run.Graph, items);
        var triggered = run.TriggerTime?.Value ?? run.StartTime?.Value;
        var critical = Critical(items, before);
        var rows = items.Select((item, i) => RowOf(item, Ready(i), critical.Contains(i)))
            .OrderBy(row => row.Start ?? DateTime.MaxValue).ToArray();
        return TimelineAxis.Around(DiagramBuilder.Shown(run.FlowName ?? run.FlowInstanceId), "tasks", rows, run.Origin)
            with
        { Note = RunDiagram.NoteOf(run) };

        // It waits from the end of the last task before it, or from the trigger on.
        DateTime? Ready(int index) => before[index]
            .Select(one => EndOf(items[one].Task)).Append(triggered).Max();
    }

    private static List<int>[] Before(FlowGraph graph, (TaskNode Node, TaskInstance? Task)[] items)
    {
        var byNode = items.Select((item, i) => (Id: item.Node.NodeId ?? "", i)).GroupBy(pair => pair.Id)
            .ToDictionary(same => same.Key, same => same.First().i);
        List<int>[] before = [.. items.Select(_ => new List<int>())];
        foreach (var relation in graph.Relations)
        {
            if (byNode.TryGetValue(relation.SourceNodeId ?? "", out var from)
                && byNode.TryGetValue(relation.TargetNodeId ?? "", out var to) && from != to)
                before[to].Add(from);
        }

        return before;
    }

    /// <summary>From the task that ended last back, each time to the one before it that ended last.</summary>
    private static HashSet<int> Critical((TaskNode Node, TaskInstance? Task)[] items, List<int>[] before)
    {
        var critical = new HashSet<int>();
        var last = Last(Enumerable.Range(0, items.Length));
        while (last is { } index && critical.Add(index)) last = Last(before[index]);
        return critical;

        int? Last(IEnumerable<int> some) => some.Where(index => EndOf(items[index].Task) is not null)
            .OrderByDescending(index => EndOf(items[index].Task)).Select(index => (int?)index).FirstOrDefault();
    }

    private static DateTime? EndOf(TaskInstance? task) => task?.EndTime?.Value;

    private static TimelineRow RowOf((TaskNode Node, TaskInstance? Task) item, DateTime? ready, bool isCritical)
    {
        var (node, task) = item;
        var mark = StatusMarks.Of(task?.Status ?? node.Status);
        var start = task?.StartTime?.Value;
        return new TimelineRow(DiagramBuilder.Shown(node.TaskName), mark)
        {
            Ready = start is null || ready > start ? null : ready,
            Start = start,
            End = TimelineAxis.EndOf(start, EndOf(task), task?.IsEnded == true),
            Retries = Math.Max(0, (task?.RunNumber ?? 1) - 1),
            IsCritical = isCritical,
            Note = DiagramDetails.Join(", ", StatusMarks.WordOf(mark), task?.DurationText),
            Details = DiagramDetails.Of(
                ("waited", start - ready is { Ticks: > 0 } wait ? wait : null), ("started", task?.StartTime),
                ("ended", task?.EndTime), ("duration", task?.DurationText), ("tries", task?.Tries),
                ("critical path", isCritical ? "yes" : null)),
        };
    }
}
