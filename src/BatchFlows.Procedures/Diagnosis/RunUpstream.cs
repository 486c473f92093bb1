using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Analysis.MissedRuns;
using BatchFlows.Analysis.Schedules;
using BatchFlows.Analysis.Statistics;
using BatchFlows.Client;
using BatchFlows.Procedures.Flows;
using BatchFlows.Procedures.Instances;

namespace BatchFlows.Procedures.Diagnosis;

/// <summary>The flows that a run waits for, and that have not succeeded for it.</summary>
/// <param name="client">Asks the service.</param>
/// <param name="window">How far back at least.</param>
internal sealed class RunUpstream(FlowClient client, TimeSpan window)
{
    private readonly FlowLookup _lookup = new("Debug-BatchFlowInstance");

    /// <param name="run">The run.</param>
    /// <param name="flow">Its flow as it is now; null when it could not be read.</param>
    /// <returns>None when the run has started.</returns>
    /// <exception cref="FlowException">A call failed.</exception>
    public async Task<IReadOnlyList<UpstreamProblem>> ProblemsAsync(
        FlowInstance run, Flow? flow, CancellationToken cancellationToken)
    {
        if (run is not { StartTime: null, TriggerTime: { Instant: { } trigger, Value: { } fire } }) return [];
        var waiting = ExpectedFlow.Of(run, flow);
        var flows = await FlowsAsync(waiting, cancellationToken).ConfigureAwait(false);
        var ids = waiting.Upstream.Select(upstream => upstream.Id).Concat(flows.Select(one => one.Plan.FlowId!.Value));
        var last = await Task.WhenAll(ids.Distinct().Select(
            id => LastAsync(id, trigger.AddMinutes(1), Back(id), cancellationToken))).ConfigureAwait(false);
        var history = new RunHistory(last.OfType<FlowInstance>().Select(one => RunFact.Of(one)));
        return [.. new UpstreamRuns(history, flows).ProblemsOf(waiting, fire)];

        // A flow that runs once a month may have run for this month long before.
        TimeSpan Back(long id)
        {
            var cycle = (flows.FirstOrDefault(one => one.Plan.FlowId == id) ?? waiting).Plan.Cycle;
            var period = fire.AddMinutes(1) - CyclePeriod.Of(fire, cycle).Start;
            return period > window ? period : window;
        }
    }

    /// <summary>
    /// The flows that it waits for, as a whole or for a task, as far as they can be found: only the definition names
    /// the flow of a task.
    /// </summary>
    private async Task<IReadOnlyList<ExpectedFlow>> FlowsAsync(
        ExpectedFlow waiting, CancellationToken cancellationToken)
    {
        var definition = waiting.UpstreamTasks.Count > 0 && waiting.Plan.FlowId is { } flow
            ? await FindAsync(() => client.ExportFlowAsync(flow, cancellationToken)).ConfigureAwait(false)
            : null;
        var named = await Task.WhenAll((definition?.TaskLinks ?? []).Select(link => link.SourceFlowName).Distinct()
            .Where(name => !string.IsNullOrEmpty(name))
            .Select(name => FindAsync(() => _lookup.FindAsync(client, name!, cancellationToken))))
            .ConfigureAwait(false);
        var ids = waiting.Upstream.Select(upstream => upstream.Id)
            .Concat(named.Where(one => one?.FlowId is not null).Select(one => one!.FlowId!.Value));
        var flows = await Task.WhenAll(ids.Distinct().Select(
            id => FindAsync(() => client.GetFlowAsync(id, cancellationToken)))).ConfigureAwait(false);
        return [.. flows.OfType<Flow>().Select(ExpectedFlow.Of)];
    }

    /// <summary>
    /// The flow may be deleted since, its name may be that of several, and the user may not be allowed to read it.
    /// </summary>
    private static async Task<T?> FindAsync<T>(Func<Task<T>> read)
        where T : class
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (FlowException e) when (e.Kind is FailureKind.FlowNotFound or FailureKind.FlowNameAmbiguous
            or FailureKind.AccessDenied)
        {
            return null;
        }
    }

    private async Task<FlowInstance?> LastAsync(
        long flowId, DateTimeOffset before, TimeSpan back, CancellationToken cancellationToken)
    {
        var search = new InstanceSearch(client, new InstanceCriteria(before - back, before)
        {
            FlowId = flowId,
            IsDescending = true,
        });
        var found = await search.AllAsync(enough: 1, cancellationToken: cancellationToken).ConfigureAwait(false);
        return found.Count > 0 ? found[0] : null;
    }
}
