using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Pipeline;

namespace BatchFlows.Commands;

/// <summary>Starts the schedules of flows.</summary>
[Cmdlet(VerbsLifecycle.Enable, "BatchFlow", SupportsShouldProcess = true)]
[OutputType(typeof(Flow))]
public sealed class EnableBatchFlowCommand : FlowScheduleCommand
{
    private protected override string Action => "Start the schedule";

    private protected override Task SwitchAsync(FlowClient client, long flowId, CancellationToken cancellationToken) =>
        client.EnableFlowAsync(flowId, cancellationToken);
}
