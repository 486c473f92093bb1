using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace BatchFlows.Pipeline;

/// <summary>Shows the progress of the runs that a command waits for. For the pipeline thread only.</summary>
internal sealed class WaitProgress(Cmdlet command, string activity)
{
    private readonly Dictionary<string, FlowInstance> _running = [];
    private readonly LifeSign _sign = new(command, activity, TimeSpan.Zero);
    private int _ended;

    /// <summary>Number of runs that are waited for.</summary>
    public int Count { get; set; }

    public void See(FlowInstance instance)
    {
        if (instance.FlowInstanceId is not { } id) return;
        if (instance.IsEnded) _running.Remove(id);
        else _running[id] = instance;
        if (_running.Count > 0 && _sign.IsDue)
            _sign.Show($"{_ended} of {Count} have ended. {Describe()}", _ended, Count);
    }

    public void End(string flowInstanceId)
    {
        _running.Remove(flowInstanceId);
        _ended++;
    }

    /// <summary>Removes it from the screen.</summary>
    public void Complete() => _sign.Complete();

    private string Describe()
    {
        var oldest = _running.Values.OrderBy(running => running.StartTime).First();
        var tasks = string.Join(", ", oldest.Graph.Tasks.Select(task => $"{task} {task.StatusText}"));
        return $"{oldest} {oldest.StatusText}: {tasks}";
    }
}
