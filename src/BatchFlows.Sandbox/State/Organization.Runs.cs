using System;
using System.Globalization;
using System.Linq;
using System.Text.Json.Serialization;

namespace BatchFlows.Sandbox;

/// <content>Its runs, and how time passes for them.</content>
internal sealed partial class Organization
{
    private RunIndex? _runs;

    [JsonIgnore]
    public FoundRuns Found { get; } = new();

    /// <summary>How often runs came or changed.</summary>
    [JsonIgnore]
    public long Changes { get; private set; }

    /// <summary>All runs in the order of their trigger times.</summary>
    [JsonIgnore]
    public RunIndex Runs => _runs ??= new(Queues.Values.SelectMany(queue => queue.Runs));

    public void Advance(DateTimeOffset now)
    {
        if (ScheduledTime is { } last)
        {
            if (last < now) Scheduler.Fire(this, last, now);
            ScheduledTime = now;
        }
        do
        {
            while (Step(now))
            {
                // A run that ended may be one that others wait for.
            }
        }
        while (SkipNext(now));
    }

    public void AddRun(FlowRun run)
    {
        if (!Queues.TryGetValue(run.FlowId, out var queue)) Queues.Add(run.FlowId, queue = new());
        queue.Add(run);
        _runs?.Add(run);
        Changes++;
    }

    public FlowRun? FindRun(string instanceId) =>
        long.TryParse(instanceId.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var flowId)
            && Queues.TryGetValue(flowId, out var queue)
            ? queue.Find(instanceId)
            : null;

    /// <summary>The digits of a task's id are those of its run, which leaves one run of each flow to look at.</summary>
    public (FlowRun Run, TaskRun Task, TaskModel Model)? FindTask(string instanceId)
    {
        if (instanceId.Split('-') is not [_, var digits]) return null;
        foreach (var queue in Queues)
        {
            if (queue.Value.Find($"{queue.Key}-{digits}") is not { } run) continue;
            var index = run.TaskIds.TakeWhile(id => $"{id}-{digits}" != instanceId).Count();
            if (index < run.Flow.Tasks.Count) return (run, run.Tasks[index], run.Flow.Tasks[index]);
        }
        return null;
    }

    /// <summary>Takes over a run in whatever state it is.</summary>
    public void Take(FlowRun run)
    {
        if (!Queues.TryGetValue(run.FlowId, out var queue)) Queues.Add(run.FlowId, queue = new());
        queue.Take(run);
        Forget();
    }

    /// <summary>Lets the order of runs be found anew.</summary>
    public void Forget()
    {
        _runs = null;
        Changes++;
    }

    public void Cancel(FlowRun run, DateTimeOffset now)
    {
        Queues[run.FlowId].Cancel(run, now);
        Changes++;
    }

    /// <summary>Makes ready what was read from a saved state.</summary>
    public void Restore()
    {
        foreach (var queue in Queues.Values) queue.Restore(History);
    }

    private bool Step(DateTimeOffset now)
    {
        var happened = false;
        foreach (var queue in Queues.Values)
            happened |= queue.Advance(now, DefaultTaskDuration, run => LinkWait.FreeTime(this, run));
        if (happened) Changes++;
        return happened;
    }

    /// <summary>Skips the run whose time to wait for others ended first, if there is one.</summary>
    private bool SkipNext(DateTimeOffset now)
    {
        (FlowQueue Queue, FlowRun Run, DateTimeOffset End)? first = null;
        foreach (var queue in Queues.Values)
        {
            if (queue.Next is { IsScheduled: true } run && LinkWait.EndOf(this, run) is { } end
                && end <= now && !(end >= first?.End))
                first = (queue, run, end);
        }
        if (first is not { } next) return false;
        next.Queue.Skip(next.Run, next.End > next.Queue.FreeTime ? next.End : next.Queue.FreeTime);
        Changes++;
        return true;
    }
}
