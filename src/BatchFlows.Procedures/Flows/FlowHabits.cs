using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Analysis.Graphs;
using BatchFlows.Client;
using BatchFlows.Procedures.Instances;

namespace BatchFlows.Procedures.Flows;

/// <summary>Whether a flow's schedule is active, and how long the flow usually runs.</summary>
/// <param name="IsActive">True when it is active; null when the service does not tell it.</param>
/// <param name="Duration">The median of its latest successful runs; null without such runs.</param>
internal sealed record FlowHabits(bool? IsActive, TimeSpan? Duration)
{
    private const int Enough = 15;

    /// <summary>Older runs say little of the next one.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromDays(35);

    /// <exception cref="FlowException">A call failed.</exception>
    public static async Task<FlowHabits> ReadAsync(
        FlowClient client, KnownFlow flow, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var whole = await client.GetFlowAsync(flow.FlowId!.Value, cancellationToken).ConfigureAwait(false);
        var criteria = new InstanceCriteria(now - Window, now)
        {
            FlowId = flow.FlowId,
            Types = [whole.Type ?? flow.Definition.Type ?? FlowType.Periodic],
            Statuses = [InstanceStatus.Success],
            IsDescending = true,
        };
        var runs = await new InstanceSearch(client, criteria)
            .AllAsync(run => run.Duration >= TimeSpan.Zero, Enough, cancellationToken).ConfigureAwait(false);
        var times = runs.Select(run => run.Duration!.Value).OrderBy(time => time).ToArray();
        return new FlowHabits(whole.IsActive, times.Length == 0 ? null : times[times.Length / 2]);
    }
}
