using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Model;
using BatchFlows.Model.Flows;

namespace BatchFlows.Analysis.Schedules;

/// <summary>What decides when a flow, or a task of it, fires.</summary>
/// <param name="Type">How it is scheduled: only a periodic one, or one of unknown type, fires.</param>
/// <param name="Cron">Six or seven fields; empty for none.</param>
internal sealed record PlannedFlow(FlowType? Type, string? Cron)
{
    public long? FlowId { get; init; }

    public string? FlowName { get; init; }

    public string? TaskName { get; init; }

    public string? ConnectionName { get; init; }

    public bool? IsActive { get; init; }

    /// <summary>The date from which it is effective, in the server's zone.</summary>
    public DateTime? Start { get; init; }

    public IReadOnlyList<string> WaitsFor { get; init; } = Names([]);

    public static PlannedFlow Of(Flow flow) => new(flow.Type, flow.Cron)
    {
        FlowId = flow.FlowId,
        FlowName = flow.FlowName,
        ConnectionName = flow.ConnectionName,
        IsActive = flow.IsActive,
        Start = flow.StartTime?.Value,
        WaitsFor = Names(flow.Graph.Flows.Select(node => node.FlowName)),
    };

    public static PlannedFlow Of(FlowDefinition flow) => new(flow.Type, flow.Cron)
    {
        FlowId = flow.FlowId,
        FlowName = flow.FlowName,
        ConnectionName = flow.ConnectionName,
        Start = flow.StartTime?.Value,
        WaitsFor = Names(
            flow.FlowLinks.Select(link => link.SourceFlowName)
                .Concat(flow.TaskLinks.Select(link => link.SourceFlowName))),
    };

    /// <summary>The tasks of a flow that have schedules of their own.</summary>
    public IEnumerable<PlannedFlow> Tasks(FlowDefinition definition) =>
        from task in definition.Tasks
        where !string.IsNullOrWhiteSpace(task.Cron)
        select this with { Cron = task.Cron, TaskName = task.TaskName, WaitsFor = Names([]) };

    /// <summary>The times of a window; one without a time when there is none to wait for.</summary>
    public IEnumerable<ScheduledRun> Runs(FireWindow window, bool includePaused = false)
    {
        if (WhyNot(includePaused, out var schedule) is { } reason)
        {
            if (window.Before is null) yield return Run(time: null, reason);
            yield break;
        }

        var first = window.After;
        if (Start is { } start && ZoneClock.FirstOf(start, window.Zone) is var effective && effective > first)
            first = effective;
        var any = false;
        foreach (var time in schedule!.After(first.AddTicks(-1), window.Zone).Take(window.Count ?? int.MaxValue))
        {
            if (time.Time >= window.Before) yield break;
            any = true;
            yield return Run(time, IsActive == false ? "paused" : time.IsDoubtful ? "may differ: clock change" : "");
        }

        if (!any && window.Before is null) yield return Run(time: null, "never fires again");
    }

    private string? WhyNot(bool includePaused, out CronSchedule? schedule)
    {
        schedule = null;
        if (Type is FlowType.Manual or FlowType.Temporary) return ""; // its schedule says so
        if (string.IsNullOrWhiteSpace(Cron)) return "not scheduled";
        if (IsActive == false && !includePaused) return "paused";
        try
        {
            schedule = CronSchedule.Parse(Cron!);
            return null;
        }
        catch (FormatException e)
        {
            return $"wrong: {e.Message}";
        }
    }

    private ScheduledRun Run(FireTime? time, string note) => new()
    {
        FireTime = time?.Time,
        IsDoubtful = time?.IsDoubtful == true,
        FlowId = FlowId,
        FlowName = FlowName,
        TaskName = TaskName,
        Schedule = ScheduleWords.Of(Type, Cron),
        Cron = Cron,
        IsActive = IsActive,
        WaitsFor = WaitsFor,
        Note = note,
        ConnectionName = ConnectionName,
    };

    private static ShownList<string> Names(IEnumerable<string?> names) =>
        new(names.Where(name => !string.IsNullOrEmpty(name)).Select(name => name!).Distinct());
}
