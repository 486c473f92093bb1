using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Diagrams;

namespace BatchFlows.Analysis.Watching;

/// <summary>Draws a run that is watched: its tasks with their states and times.</summary>
internal static class WatchedDiagram
{
    /// <summary>The whole run.</summary>
    /// <param name="now">The time, by the clock that the run was read at.</param>
    public static Diagram Of(WatchedRun watched, DateTimeOffset now)
    {
        var graph = watched.Run.Graph;
        var builder = new DiagramBuilder();
        foreach (var task in watched.Tasks)
            builder.Add(task.Node.NodeId ?? $"task {task.Name}", NodeOf(task, now));
        foreach (var flow in graph.Flows) builder.Add(flow.NodeId ?? $"flow {flow.FlowName}", RunDiagram.NodeOf(flow));
        foreach (var relation in graph.Relations)
        {
            var (from, to) = (relation.SourceNodeId ?? "", relation.TargetNodeId ?? "");
            builder.Connect(builder.Find(from, from), builder.Find(to, to));
        }

        return Build(builder, watched, now);
    }

    /// <summary>
    /// The tasks that run or failed, for a screen that is too small for all, and what the others are: <c>12 more: 8
    /// success, 4 not started</c>.
    /// </summary>
    /// <param name="most">Most tasks.</param>
    public static (Diagram Part, string Others) PartOf(WatchedRun watched, DateTimeOffset now, int most)
    {
        var shown = new HashSet<WatchedTask>(watched.Tasks
            .Where(task => task.Mark is DiagramMark.Running or DiagramMark.Failed or DiagramMark.TimedOut)
            .OrderBy(task => task.Mark == DiagramMark.Running ? 0 : 1)
            .Take(most));
        var builder = new DiagramBuilder();
        foreach (var task in watched.Tasks.Where(shown.Contains)) builder.Add($"{builder.Count}", NodeOf(task, now));
        var others = watched.Tasks.Where(task => !shown.Contains(task)).ToArray();
        var counts = others.GroupBy(task => task.Mark).OrderBy(same => same.Key)
            .Select(same => $"{same.Count()} {WordOf(same.Key)}");
        return (
            Build(builder, watched, now),
            others.Length == 0 ? "" : $"{others.Length} more: {string.Join(", ", counts)}");
    }

    private static Diagram Build(DiagramBuilder builder, WatchedRun watched, DateTimeOffset now) =>
        builder.Build(
            watched.Run.FlowName ?? watched.Run.FlowInstanceId,
            DiagramDetails.Join(
                ", ", watched.Run.FlowInstanceId, StatusMarks.WordOf(watched.Mark), watched.TimeText(now)))
        with
        { Mark = watched.Mark };

    private static DiagramNode NodeOf(WatchedTask task, DateTimeOffset now) => new(task.Name, DiagramNodeKind.Task)
    {
        Mark = task.Mark,
        Note = DiagramDetails.Join(", ", task.TimeText(now), task.Tries),
    };

    private static string WordOf(DiagramMark mark) =>
        mark == DiagramMark.None ? "in another state" : StatusMarks.WordOf(mark);
}
