using System;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Sandbox;

/// <summary>The runs of one flow, of which one at a time has started and not ended.</summary>
internal sealed class FlowQueue
{
    private List<FlowRun>? _live;

    /// <summary>All runs, in the order of their creation.</summary>
    public List<FlowRun> Runs { get; init; } = [];

    /// <summary>When the last run ended: those that waited for it start then.</summary>
    public DateTimeOffset FreeTime { get; set; }

    private List<FlowRun> Live => _live ??= [.. Runs.Where(run => run.EndTime is null)];

    public void Add(FlowRun run)
    {
        // A run that waits for no other starts by the clock alone, even if the clock was set back.
        if (Live.Count == 0) FreeTime = DateTimeOffset.MinValue;
        Runs.Add(run);
        Live.Add(run);
    }

    /// <summary>
    /// Advances all runs to a moment, event by event, so one large step gives the same result as many small ones.
    /// </summary>
    public void Advance(DateTimeOffset now, TimeSpan defaultDuration)
    {
        while (Live.Count > 0)
        {
            if (Live.Find(run => run.StartTime is not null) is { } active)
            {
                if (active.Progress.NextEvent > now) break;
                active.Progress.Step(defaultDuration);
                RemoveIfEnded(active);
            }
            else
            {
                var next = Live.OrderBy(run => run.DueTime).First();
                var start = next.DueTime > FreeTime ? next.DueTime : FreeTime;
                if (start > now) break;
                next.Progress.Start(start, defaultDuration);
                RemoveIfEnded(next);
            }
        }
        foreach (var run in Live.Where(run => run.StartTime is null))
            run.Status = run.DueTime <= now ? RunStatus.Wait : RunStatus.Init;
    }

    /// <summary>Ends a run; one that has ended already stays as it is.</summary>
    public void Cancel(FlowRun run, DateTimeOffset now)
    {
        if (run.EndTime is not null) return;
        run.Progress.Cancel(now);
        RemoveIfEnded(run);
    }

    private void RemoveIfEnded(FlowRun run)
    {
        if (run.EndTime is not { } end) return;
        if (end > FreeTime) FreeTime = end;
        Live.Remove(run);
    }
}
