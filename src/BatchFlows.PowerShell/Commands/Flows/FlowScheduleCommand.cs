using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Binding;
using BatchFlows.Client;

namespace BatchFlows.Commands;

/// <summary>A command that starts or pauses the schedules of flows.</summary>
public abstract class FlowScheduleCommand : FlowActionCommand
{
    /// <summary>Writes the flows as they are then.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected abstract string Action { get; }

    private protected abstract Task SwitchAsync(FlowClient client, long flowId, CancellationToken cancellationToken);

    private protected sealed override void Process(FlowReference flow) =>
        Change(flow.Id, $"Flow {flow}", Action, (client, stop) => SwitchAndGetAsync(client, flow.Id, stop), Write);

    private async Task<Flow?> SwitchAndGetAsync(FlowClient client, long flowId, CancellationToken cancellationToken)
    {
        await SwitchAsync(client, flowId, cancellationToken).ConfigureAwait(false);
        if (!PassThru) return null;
        return await ReadAfterAsync($"Flow {flowId} was changed", () => client.GetFlowAsync(flowId, cancellationToken)).ConfigureAwait(false);
    }

    private void Write(Flow? flow)
    {
        if (flow is not null) WriteObject(flow);
    }
}
