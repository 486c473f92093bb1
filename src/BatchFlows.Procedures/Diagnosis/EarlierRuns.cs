using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Analysis.Diagnosis;
using BatchFlows.Client;
using BatchFlows.Procedures.Instances;

namespace BatchFlows.Procedures.Diagnosis;

/// <summary>The runs before another, of its flow and of the flows it waits for.</summary>
/// <param name="client">Asks the service.</param>
/// <param name="window">How far back.</param>
internal sealed class EarlierRuns(FlowClient client, TimeSpan window)
{
    /// <summary>The runs of the flow before this one, the first triggered first.</summary>
    /// <exception cref="FlowException">A call failed.</exception>
    public async Task<IReadOnlyList<FlowInstance>> BeforeAsync(FlowInstance run, CancellationToken cancellationToken)
    {
        if (run is not { FlowId: { } flow, TriggerTime.Instant: { } trigger }) return [];
        var search = new InstanceSearch(client, new InstanceCriteria(trigger - window, trigger) { FlowId = flow });
        return await search
            .AllAsync(other => other.FlowInstanceId != run.FlowInstanceId, cancellationToken: cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>The flows that a run waits for; none when it has started.</summary>
    /// <exception cref="FlowException">A call failed.</exception>
    public async Task<IReadOnlyList<UpstreamState>> UpstreamAsync(FlowInstance run, CancellationToken cancellationToken)
    {
        if (run.StartTime is not null || run.TriggerTime?.Instant is not { } trigger) return [];
        return await Task.WhenAll(run.Graph.Flows.Where(node => node is { FlowId: not null, IsVirtual: not true })
            .Select(async node =>
            {
                var last = await LastAsync(
                    node.FlowId!.Value, trigger.AddMinutes(1), isWanted: null, cancellationToken).ConfigureAwait(false);
                return new UpstreamState(
                    node.FlowId!.Value, node.FlowName ?? "", last?.FlowInstanceId, last?.Status);
            })).ConfigureAwait(false);
    }

    /// <summary>The last run of a flow before a moment; null when there is none in the window.</summary>
    /// <param name="isWanted">Chooses among the runs; null for all.</param>
    /// <exception cref="FlowException">A call failed.</exception>
    public async Task<FlowInstance?> LastAsync(
        long flowId, DateTimeOffset before, Func<FlowInstance, bool>? isWanted, CancellationToken cancellationToken)
    {
        var search = new InstanceSearch(client, new InstanceCriteria(before - window, before)
        {
            FlowId = flowId,
            IsDescending = true,
        });
        var found = await search.AllAsync(isWanted, enough: 1, cancellationToken).ConfigureAwait(false);
        return found.Count > 0 ? found[0] : null;
    }
}
