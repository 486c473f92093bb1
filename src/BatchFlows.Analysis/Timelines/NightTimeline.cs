using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Diagrams;
using BatchFlows.Model.Instances;

namespace BatchFlows.Analysis.Timelines;

/// <summary>The timeline of several runs, such as those of a night, by their flows.</summary>
internal static class NightTimeline
{
    /// <param name="runs">At least one run.</param>
    public static Timeline Of(IReadOnlyCollection<FlowInstance> runs)
    {
        var path = NightPath.In(runs);
        var rows = runs.GroupBy(run => run.FlowName ?? "")
            .OrderBy(same => same.Min(run => run.StartTime?.Value) ?? DateTime.MaxValue)
            .SelectMany(same => same.OrderBy(run => run.StartTime?.Value ?? DateTime.MaxValue)
                .Select(run => RowOf(run, path.Contains(run)))).ToArray();
        var axis = TimelineAxis.Around("Runs", "runs", rows, runs.First().Origin);
        return axis with { Note = $"{axis.Start:yyyy-MM-dd HH:mm} to {axis.End:yyyy-MM-dd HH:mm}" };
    }

    private static TimelineRow RowOf(FlowInstance run, bool isCritical)
    {
        var (ready, start, end) = (run.TriggerTime?.Value, run.StartTime?.Value, run.EndTime?.Value);
        var mark = StatusMarks.Of(run.Status);
        return new TimelineRow(DiagramBuilder.Shown(run.FlowInstanceId), mark)
        {
            Group = DiagramBuilder.Shown(run.FlowName),
            Ready = start is null || ready > start ? null : ready,
            Start = start,
            End = TimelineAxis.EndOf(start, end, run.Status?.IsEnded() == true),
            IsCritical = isCritical,
            Note = DiagramDetails.Join(", ", StatusMarks.WordOf(mark), run.DurationText),
            Details = DiagramDetails.Of(
                ("flow", run.FlowName), ("waited", start - ready is { Ticks: > 0 } wait ? wait : null),
                ("started", run.StartTime), ("ended", run.EndTime), ("duration", run.DurationText),
                ("critical path", isCritical ? "yes" : null)),
        };
    }
}
