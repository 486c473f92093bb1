using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Management.Automation;

namespace BatchFlows.Pipeline;

/// <summary>
/// Shows the progress of the runs that a command waits for: at most once a second, because writing a progress record is
/// slow. For the pipeline thread only.
/// </summary>
internal sealed class WaitProgress(Cmdlet command, string activity)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, FlowInstance> _running = [];
    private readonly Stopwatch _sinceShown = new();
    private int _ended;

    /// <summary>Number of runs that are waited for.</summary>
    public int Count { get; set; }

    public void See(FlowInstance instance)
    {
        if (instance.FlowInstanceId is not { } id) return;
        if (instance.IsEnded) _running.Remove(id);
        else _running[id] = instance;
        if (_sinceShown.IsRunning && _sinceShown.Elapsed < Interval || _running.Count == 0) return;
        _sinceShown.Restart();
        command.WriteProgress(new ProgressRecord(0, activity, $"{_ended} of {Count} have ended")
        {
            PercentComplete = Math.Min(100, _ended * 100 / Math.Max(1, Count)),
            CurrentOperation = Describe(_running.Values.OrderBy(running => running.StartTime).First()),
        });
    }

    public void End(string flowInstanceId)
    {
        _running.Remove(flowInstanceId);
        _ended++;
    }

    /// <summary>Removes it from the screen.</summary>
    public void Complete()
    {
        if (!_sinceShown.IsRunning) return;
        _sinceShown.Reset();
        command.WriteProgress(new ProgressRecord(0, activity, "done") { RecordType = ProgressRecordType.Completed });
    }

    private static string Describe(FlowInstance instance)
    {
        var tasks = string.Join(", ", instance.Graph.Tasks.Select(task => $"{task} {task.StatusText}"));
        return $"{instance} {instance.StatusText}: {tasks}";
    }
}
