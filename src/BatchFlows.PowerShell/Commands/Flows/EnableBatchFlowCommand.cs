using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;

namespace BatchFlows.Commands;

/// <summary>Starts the schedules of flows.</summary>
/// <example>
/// Starts the schedule of a flow, and shows the flow.
/// <code>Enable-BatchFlow 3006 -PassThru</code>
/// </example>
/// <example>
/// Starts the schedules in a directory.
/// <code>Get-BatchFlow -Path billing | Enable-BatchFlow</code>
/// </example>
[Cmdlet(VerbsLifecycle.Enable, "BatchFlow", SupportsShouldProcess = true)]
[OutputType(typeof(Flow))]
public sealed class EnableBatchFlowCommand : FlowScheduleCommand
{
    private protected override string Action => "Start the schedule";

    private protected override Task SwitchAsync(FlowClient client, long flowId, CancellationToken cancellationToken) =>
        client.EnableFlowAsync(flowId, cancellationToken);
}
