using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Pipeline;

namespace BatchFlows.Commands;

/// <summary>Pauses the schedules of flows. Runs that are under way go on, and flows can still be started by hand.</summary>
[Cmdlet(VerbsLifecycle.Disable, "BatchFlow", SupportsShouldProcess = true)]
[OutputType(typeof(Flow))]
public sealed class DisableBatchFlowCommand : FlowScheduleCommand
{
    private protected override string Action => "Pause the schedule";

    private protected override Task SwitchAsync(FlowClient client, long flowId, CancellationToken cancellationToken) =>
        client.DisableFlowAsync(flowId, cancellationToken);
}
