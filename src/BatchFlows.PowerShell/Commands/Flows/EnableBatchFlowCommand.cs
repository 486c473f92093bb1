using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Completion;
using BatchFlows.Pipeline;

namespace BatchFlows.Commands;

/// <summary>Starts the schedules of flows.</summary>
/// <remarks>
/// The next run starts at the scheduled time; Start-BatchFlow starts one at once. A schedule that is already active
/// stays active.
/// </remarks>
/// <example>
/// Starts the schedule of a flow, and shows the flow.
/// <code>Enable-BatchFlow 3006 -PassThru</code>
/// </example>
/// <example>
/// Starts the schedules in a directory.
/// <code>Get-BatchFlow -Path billing | Enable-BatchFlow</code>
/// </example>
/// <example>
/// Shows which schedules would be started.
/// <code>Get-BatchFlow -Owner anna.keller | Enable-BatchFlow -WhatIf</code>
/// </example>
[Cmdlet(
    VerbsLifecycle.Enable, "BatchFlow", SupportsShouldProcess = true,
    HelpUri = HelpPage.Folder + "Enable-BatchFlow.md")]
[OutputType(typeof(Flow))]
public sealed class EnableBatchFlowCommand : ServiceCommand
{
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
            this.Switch(
                flow, "Start the schedule", Force, PassThru, (client, id, stop) => client.EnableFlowAsync(id, stop));
    }
}
