using System.Collections.Concurrent;
using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Completion;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Flows;

namespace BatchFlows.Commands;

/// <summary>Pauses the schedules of flows.</summary>
/// <remarks>
/// <para>Runs that are under way continue, and flows can still be started by Start-BatchFlow. A flow that is already
/// paused stays paused.</para>
/// <para>With -WhatIf, and before you are asked, a warning reports which flow that waits for it first feels the pause,
/// and when. Definitions of more than 500 flows are not searched for this; Get-BatchFlowImpact searches all.</para>
/// </remarks>
/// <example>
/// Pauses a flow.
/// <code>Disable-BatchFlow 3001</code>
/// </example>
/// <example>
/// Pauses all flows of an owner, and resumes just these.
/// <code>
/// $paused = Get-BatchFlow -Owner anna.keller | Where-Object IsActive
/// $paused | Disable-BatchFlow
/// $paused | Enable-BatchFlow
/// </code>
/// </example>
/// <example>
/// Shows which schedules of a directory would be paused.
/// <code>Get-BatchFlow -Path billing | Disable-BatchFlow -WhatIf</code>
/// </example>
[Cmdlet(
    VerbsLifecycle.Disable, "BatchFlow", SupportsShouldProcess = true,
    HelpUri = HelpPage.Folder + "Disable-BatchFlow.md")]
[OutputType(typeof(Flow))]
public sealed class DisableBatchFlowCommand : ServiceCommand
{
    private readonly ConcurrentDictionary<FlowConnection, AllDefinitions> _definitions = new();

    /// <summary>IDs or exact names of the flows, or objects that carry a FlowId.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "IDs or exact names of the flows, or objects that carry a FlowId.")]
    [FlowReferenceTransformation]
    [Alias("Id")]
    [ArgumentCompleter(typeof(FlowCompleter))]
    public FlowReference[] FlowId { get; set; } = null!;

    /// <summary>Makes changes without asking, also through a protected connection.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Returns the updated flows.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override bool MakesChanges => true;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var flow in FlowId)
        {
            this.Switch(
                flow, "Pause the schedule", Force, PassThru, (client, id, stop) => client.DisableFlowAsync(id, stop),
                (item, found) => this.Foresee(
                    item, found, ImpactCause.Disable,
                    client => _definitions.GetOrAdd(client.Connection, _ => new AllDefinitions(client))));
        }
    }
}
