using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;

namespace BatchFlows.Commands;

/// <summary>Pauses the schedules of flows.</summary>
/// <remarks>Runs that are under way go on, and flows can still be started by hand.</remarks>
/// <example>
/// Pauses a flow.
/// <code>Disable-BatchFlow 3001</code>
/// </example>
/// <example>
/// Pauses all that one person owns, and resumes just that.
/// <code>
/// $paused = Get-BatchFlow -Owner anna.keller | Where-Object IsActive
/// $paused | Disable-BatchFlow
/// $paused | Enable-BatchFlow
/// </code>
/// </example>
[Cmdlet(VerbsLifecycle.Disable, "BatchFlow", SupportsShouldProcess = true)]
[OutputType(typeof(Flow))]
public sealed class DisableBatchFlowCommand : FlowScheduleCommand
{
    private protected override string Action => "Pause the schedule";

    private protected override Task SwitchAsync(FlowClient client, long flowId, CancellationToken cancellationToken) =>
        client.DisableFlowAsync(flowId, cancellationToken);
}
