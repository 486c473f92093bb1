using System;
using System.Collections.Generic;
using System.Text.Json.Serialization;

namespace BatchFlows.Sandbox;

/// <summary>The runs of one flow, of which one at a time has started and not ended.</summary>
internal sealed class FlowQueue
{
    private static readonly IComparer<FlowRun> ByDueTime = Comparer<FlowRun>.Create((one, other) =>
        one.DueTime != other.DueTime ? one.DueTime.CompareTo(other.DueTime) : one.Number.CompareTo(other.Number));

    private readonly Dictionary<string, FlowRun> _byId = [];
    private readonly SortedSet<FlowRun> _waiting = new(ByDueTime);
    private FlowRun? _active;

    /// <summary>All runs, in the order of their creation.</summary>
    [JsonInclude]
    public List<FlowRun> Runs { get; private set; } = [];

    /// <summary>When the last run ended: those that waited for it start then.</summary>
    public DateTimeOffset FreeTime { get; set; }

    /// <summary>The run that starts next; null while another goes on.</summary>
    public FlowRun? Next => _active is null ? _waiting.Min : null;

    public FlowRun? Find(string instanceId) => _byId.TryGetValue(instanceId, out var run) ? run : null;

    public void Add(FlowRun run)
    {
        // A run that waits for no other starts by the clock alone, even if the clock was set back.
        if (_active is null && _waiting.Count == 0) FreeTime = DateTimeOffset.MinValue;
        Take(run);
    }

    /// <summary>Takes over a run in whatever state it is.</summary>
    public void Take(FlowRun run)
    {
        run.Number = Runs.Count;
        Runs.Add(run);
        _byId[run.InstanceId] = run;
        if (run.EndTime is not null) return;
        if (run.StartTime is null) _waiting.Add(run);
        else _active = run;
    }

    /// <summary>Takes over what was read from a saved state.</summary>
    public void Restore(History? history)
    {
        var (read, definition) = (Runs, "");
        Runs = [];
        foreach (var run in read)
        {
            run.Definition = definition = run.SavedDefinition ?? definition;
            if (run.PlannedTaskIds is not null) run.History = history;
            Take(run);
        }
    }

    /// <summary>Lets a definition be saved with the first of the runs after each other that share it.</summary>
    public void Prepare()
    {
        FlowRun? before = null;
        foreach (var run in Runs)
        {
            run.SavedDefinition = run.Definition == before?.Definition ? null : run.Definition;
            before = run;
        }
    }

    /// <summary>
    /// Advances all runs to a moment, event by event, so one large step gives the same result as many small ones.
    /// </summary>
    /// <param name="now">The moment.</param>
    /// <param name="defaultDuration">Duration of tasks whose command does not say one.</param>
    /// <param name="free">When what a run waits for in other flows was done; null before that.</param>
    /// <returns>True when something happened.</returns>
    public bool Advance(DateTimeOffset now, TimeSpan defaultDuration, Func<FlowRun, DateTimeOffset?> free)
    {
        var happened = false;
        while (true)
        {
            if (_active is { } active)
            {
                if (active.Progress.NextEvent > now) break;
                active.Progress.Step(defaultDuration);
                LetGoIfEnded(active);
            }
            else
            {
                if (_waiting.Min is not { } next || free(next) is not { } linked) break;
                var start = Latest(next.DueTime, FreeTime, linked);
                if (start > now) break;
                _waiting.Remove(next);
                _active = next;
                next.Progress.Start(start, defaultDuration);
                LetGoIfEnded(next);
            }
            happened = true;
        }
        foreach (var run in _waiting)
        {
            var status = run.DueTime <= now ? RunStatus.Wait : RunStatus.Init;
            happened |= run.Status != status;
            run.Status = status;
        }
        return happened;
    }

    /// <summary>Ends a run; one that has ended already stays as it is.</summary>
    public void Cancel(FlowRun run, DateTimeOffset now)
    {
        if (run.EndTime is not null) return;
        run.Progress.Cancel(now);
        LetGoIfEnded(run);
    }

    /// <summary>Ends a run that never started.</summary>
    public void Skip(FlowRun run, DateTimeOffset now)
    {
        run.Status = RunStatus.Skip;
        foreach (var task in run.Tasks) task.Status = RunStatus.Skip;
        run.EndTime = now;
        LetGoIfEnded(run);
    }

    private static DateTimeOffset Latest(DateTimeOffset one, DateTimeOffset other, DateTimeOffset third)
    {
        var later = one > other ? one : other;
        return later > third ? later : third;
    }

    private void LetGoIfEnded(FlowRun run)
    {
        if (run.EndTime is not { } end) return;
        if (end > FreeTime) FreeTime = end;
        if (run == _active) _active = null;
        else _waiting.Remove(run);
        run.Settle();
    }
}
