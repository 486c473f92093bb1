using System;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;

namespace BatchFlows.Procedures.Instances;

/// <summary>
/// Starts runs of flows, each once: when the answer is lost, it looks for the run and never tries again.
/// </summary>
/// <param name="client">Asks the service.</param>
/// <param name="tell">Takes what may be of interest, from any thread.</param>
internal sealed class FlowStarter(FlowClient client, Action<string>? tell = null)
{
    /// <summary>Starts a run.</summary>
    /// <returns>The run; with no more than its IDs when the service does not know it yet.</returns>
    /// <exception cref="FlowException">
    /// A call failed; <see cref="FailureKind.OutcomeUnknown"/> when the answer was lost and no such run is listed.
    /// </exception>
    public async Task<FlowInstance> StartAsync(StartPlan plan, CancellationToken cancellationToken = default)
    {
        var id = await SendAsync(plan, cancellationToken).ConfigureAwait(false);
        return await GetAsync(id, plan.FlowId, cancellationToken).ConfigureAwait(false);
    }

    private async Task<string> SendAsync(StartPlan plan, CancellationToken cancellationToken)
    {
        var sent = client.Clock.GetUtcNow();
        var time = plan.TriggerTime ?? sent;
        var runs = StartedRuns.Of(client.Connection);
        runs.Begin(plan.FlowId);
        try
        {
            var id = await TriggerAsync(plan, time, cancellationToken).ConfigureAwait(false);
            runs.Add(id, client.Clock);
            return id;
        }
        catch (FlowServiceException e) when (e.Kind == FailureKind.OutcomeUnknown)
        {
            var id = await new LostRun(client, plan.FlowId, time, sent, plan.Parameters)
                .FindAsync(e, cancellationToken).ConfigureAwait(false);
            tell?.Invoke($"{e.Problem} The run {id} is there.");
            return id;
        }
        finally
        {
            runs.End(plan.FlowId);
        }
    }

    private Task<string> TriggerAsync(StartPlan plan, DateTimeOffset time, CancellationToken cancellationToken) =>
        plan switch
        {
            { TaskId: { } task } => client.TriggerFlowFromTaskAsync(plan.FlowId, task, time, cancellationToken),
            { Parameters: { } all } => client.UpdateAndTriggerFlowAsync(plan.FlowId, all, time, cancellationToken),
            _ => client.TriggerFlowAsync(plan.FlowId, time, cancellationToken),
        };

    private async Task<FlowInstance> GetAsync(string flowInstanceId, long flowId, CancellationToken cancellationToken)
    {
        try
        {
            return await client.GetFlowInstanceAsync(flowInstanceId, cancellationToken).ConfigureAwait(false);
        }
        catch (FlowServiceException)
        {
            // The run has started, even if reading it fails.
            return new FlowInstance(flowInstanceId, flowId, client.Here());
        }
    }
}
