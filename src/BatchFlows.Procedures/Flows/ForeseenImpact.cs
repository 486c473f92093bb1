using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Analysis.Graphs;
using BatchFlows.Analysis.Impacts;
using BatchFlows.Analysis.Schedules;
using BatchFlows.Procedures.Connections;

namespace BatchFlows.Procedures.Flows;

/// <summary>Who feels it first when a flow is paused or deleted, for a person who is asked.</summary>
/// <param name="definitions">The definitions of all flows.</param>
internal sealed class ForeseenImpact(AllDefinitions definitions)
{
    /// <summary>So many flows that are hit are looked at more closely, the nearest first.</summary>
    private const int MostCloseLooks = 50;

    /// <returns>A sentence; empty when nobody feels it, or there are too many flows to search.</returns>
    /// <exception cref="FlowException">A call failed.</exception>
    public async Task<string> OfAsync(long flowId, ImpactCause cause, CancellationToken cancellationToken)
    {
        if (await definitions.GetAsync(cancellationToken).ConfigureAwait(false) is not { } all) return "";
        if (all.Flows.FirstOrDefault(known => known.FlowId == flowId) is not { } flow) return "";
        var client = definitions.Client;
        var graph = DependencyGraph.OfTasks(all.Flows);
        var now = (await new ServerClock(client).ReadAsync(cancellationToken).ConfigureAwait(false)).Time;
        var durations = new Dictionary<KnownFlow, TimeSpan>();
        var zone = ZoneClock.OfOffset(now.Offset);
        var question = new ImpactQuestion(flow, cause, now, zone, durations);
        var near = ImpactRows.FlowsOf(graph, question).Take(MostCloseLooks).ToArray();
        if (near.Length < 2) return ""; // nothing but the flow itself
        var usual = await Task.WhenAll(near.Select(one => FlowHabits.ReadAsync(client, one, now, cancellationToken)))
            .ConfigureAwait(false);
        for (var i = 0; i < near.Length; i++)
        {
            near[i].IsActive = usual[i].IsActive;
            if (usual[i].Duration is { } duration) durations[near[i]] = duration;
        }

        return cause is ImpactCause.Disable && flow.IsActive == false
            ? ""
            : ImpactSentence.Of(flow, ImpactSearch.Of(graph, question));
    }
}
