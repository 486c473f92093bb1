using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Model;
using BatchFlows.Model.Definitions;
using BatchFlows.Model.Schedules;

namespace BatchFlows.Analysis.Schedules;

/// <summary>What decides when a flow, or a task of it, fires.</summary>
/// <param name="Type">How it is scheduled: only a periodic one, or one of unknown type, fires.</param>
/// <param name="Cron">Six or seven fields; empty for none.</param>
internal sealed record PlannedFlow(FlowType? Type, string? Cron)
{
    private static readonly IReadOnlyList<string> Nothing = Names([]); // one for all, so that equal ones are found

    public long? FlowId { get; init; }

    public string? FlowName { get; init; }

    public string? TaskName { get; init; }

    public string? ConnectionName { get; init; }

    public bool? IsActive { get; init; }

    /// <summary>The date from which it is effective, in the server's zone.</summary>
    public DateTime? Start { get; init; }

    /// <summary>M, W, D, H or mi; null when it is not known.</summary>
    public string? Cycle { get; init; }

    public IReadOnlyList<string> WaitsFor { get; init; } = Nothing;

    /// <param name="flow">The flow.</param>
    /// <param name="definition">Its definition, which names the flows of the tasks that it waits for, if read.</param>
    public static PlannedFlow Of(Flow flow, FlowDefinition? definition = null) => WithoutLinks(flow) with
    {
        WaitsFor = Names(flow.Graph.Flows.Select(node => node.IsVirtual == true
            ? LinkedTask.FullName(node.FlowName ?? "", definition)
            : node.FlowName)),
    };

    /// <summary>Without the names of what it waits for, so that its graph is not read.</summary>
    public static PlannedFlow WithoutLinks(Flow flow) => new(flow.Type, flow.Cron)
    {
        FlowId = flow.FlowId,
        FlowName = flow.FlowName,
        ConnectionName = flow.ConnectionName,
        IsActive = flow.IsActive,
        Start = flow.StartTime?.Value,
        Cycle = flow.Cycle,
    };

    public static PlannedFlow Of(FlowDefinition flow) =>
        WithoutLinks(flow) with { WaitsFor = Names(flow.Links().Select(link => $"{link}")) };

    /// <summary>Without the names of what it waits for.</summary>
    public static PlannedFlow WithoutLinks(FlowDefinition flow) => new(flow.Type, flow.Cron)
    {
        FlowId = flow.FlowId,
        FlowName = flow.FlowName,
        ConnectionName = flow.ConnectionName,
        Start = flow.StartTime?.Value,
        Cycle = flow.Cycle,
    };

    /// <summary>The tasks of a flow that have schedules of their own.</summary>
    public IEnumerable<PlannedFlow> Tasks(FlowDefinition definition) =>
        from task in definition.Tasks
        where !string.IsNullOrWhiteSpace(task.Cron)
        select this with { Cron = task.Cron, TaskName = task.TaskName, WaitsFor = Nothing };

    /// <summary>The times of a window; one without a time when there is none to wait for.</summary>
    public IEnumerable<ScheduledRun> Runs(FireWindow window, bool includePaused = false)
    {
        var times = new FlowTimes(this, window.Zone, includePaused);
        var words = ScheduleWords.Of(Type, Cron);
        var any = false;
        foreach (var time in times.From(window.After).Take(window.Count ?? int.MaxValue))
        {
            if (time.Time >= window.Before) yield break;
            any = true;
            yield return Run(time, words, NoteOf(time));
        }

        if (!any && window.Before is null)
            yield return Run(time: null, words, times.WhyNone?.Note ?? "never fires again");
    }

    private string NoteOf(FireTime time)
    {
        var note = IsActive == false ? "paused" : time.IsDoubtful ? "may differ: clock change" : "";
        if (time.Skipped is not var (first, last)) return note;
        var skipped = FormattableString.Invariant(
            $"not {(first == last ? "at" : "from")} {first:yyyy-MM-dd HH:mm}");
        if (last.Date != first.Date) skipped += FormattableString.Invariant($" to {last:yyyy-MM-dd HH:mm}");
        else if (last != first) skipped += FormattableString.Invariant($" to {last:HH:mm}");
        return $"{note}{(note.Length > 0 ? "; " : "")}{skipped}: skipped by a clock change";
    }

    private ScheduledRun Run(FireTime? time, string words, string note) => new()
    {
        FireTime = time?.Time,
        IsDoubtful = time?.IsDoubtful == true,
        FlowId = FlowId,
        FlowName = FlowName,
        TaskName = TaskName,
        Schedule = words,
        Cron = Cron,
        IsActive = IsActive,
        WaitsFor = WaitsFor,
        Note = note,
        ConnectionName = ConnectionName,
    };

    private static ShownList<string> Names(IEnumerable<string?> names) =>
        new(names.Where(name => !string.IsNullOrEmpty(name)).Select(name => name!).Distinct());
}
