using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;

namespace BatchFlows.Procedures.Instances;

/// <summary>How long a flow usually runs: the median of its latest successful runs.</summary>
internal static class UsualDuration
{
    private const int Enough = 15;

    /// <summary>Older runs say little of the next one.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromDays(35);

    /// <returns>Null when the flow has no such run.</returns>
    /// <exception cref="FlowException">A call failed.</exception>
    public static async Task<TimeSpan?> OfAsync(
        FlowClient client, long flowId, FlowType type, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var criteria = new InstanceCriteria(now - Window, now)
        {
            FlowId = flowId,
            Types = [type],
            Statuses = [InstanceStatus.Success],
            IsDescending = true,
        };
        var runs = await new InstanceSearch(client, criteria)
            .AllAsync(run => run.Duration >= TimeSpan.Zero, Enough, cancellationToken).ConfigureAwait(false);
        var times = runs.Select(run => run.Duration!.Value).OrderBy(time => time).ToArray();
        return times.Length == 0 ? null : times[times.Length / 2];
    }
}
