using System;
using System.Linq;
using BatchFlows.Model.Instances;

namespace BatchFlows.Procedures.Instances;

/// <summary>
/// Decides when nothing more happens in a run that has ended although some of its nodes have not started: the service
/// guarantees nothing about these, so only time shows that they never will.
/// </summary>
internal sealed class Standstill(TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private string? _statuses;
    private long _since;

    /// <summary>
    /// True when nothing runs in the run, and none of its nodes has changed its status for two minutes.
    /// </summary>
    public bool IsReached(FlowInstance instance)
    {
        InstanceStatus?[] nodes =
            [.. instance.Graph.Tasks.Select(task => task.Status), .. instance.Graph.Flows.Select(flow => flow.Status)];
        if (instance.Status?.IsEnded() != true
            || nodes.Any(status => status is InstanceStatus.Running or InstanceStatus.Rerun))
        {
            _statuses = null;
            return false;
        }

        var statuses = string.Join(",", nodes);
        if (statuses == _statuses) return clock.GetElapsedTime(_since) >= Longest;
        (_statuses, _since) = (statuses, clock.GetTimestamp());
        return false;
    }
}
