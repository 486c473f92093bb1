using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Analysis.Diagnosis;
using BatchFlows.Client;
using BatchFlows.Procedures.Instances;

namespace BatchFlows.Procedures.Diagnosis;

/// <summary>The runs of a flow around one of its runs.</summary>
/// <param name="client">Asks the service.</param>
/// <param name="window">How far back, and how far ahead.</param>
internal sealed class RunsAround(FlowClient client, TimeSpan window)
{
    /// <summary>The runs of the flow before and after this one, the first triggered first.</summary>
    /// <exception cref="FlowException">A call failed.</exception>
    public async Task<(IReadOnlyList<FlowInstance> Before, IReadOnlyList<FlowInstance> After)> OfAsync(
        FlowInstance run, CancellationToken cancellationToken)
    {
        if (run is not { FlowId: { } flow, TriggerTime.Instant: { } trigger }) return ([], []);
        var search = new InstanceSearch(
            client, new InstanceCriteria(trigger - window, trigger + window) { FlowId = flow });
        var runs = await search.AllAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        return (
            [.. runs.Where(other => other.TriggerTime?.Instant < trigger)],
            [.. runs.Where(other => other.TriggerTime?.Instant > trigger)]);
    }

    /// <summary>The run of a flow to look at; null when there is none in the window.</summary>
    /// <param name="before">The end of the window.</param>
    /// <exception cref="FlowException">A call failed.</exception>
    public async Task<FlowInstance?> TroubleAsync(
        long flowId, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var search = new InstanceSearch(client, new InstanceCriteria(before - window, before) { FlowId = flowId });
        return RunTrouble.Last(
            await search.AllAsync(cancellationToken: cancellationToken).ConfigureAwait(false),
            client.Clock.GetUtcNow());
    }
}
