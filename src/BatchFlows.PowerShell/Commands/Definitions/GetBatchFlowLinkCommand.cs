using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Completion;
using BatchFlows.Model.Definitions;
using BatchFlows.Pipeline;

namespace BatchFlows.Commands;

/// <summary>Lists the other flows and tasks that flows wait for.</summary>
/// <remarks>
/// A flow link waits for a whole flow, a task link for a task of another flow. For an ID or a name the command exports
/// the flow; piped definitions need no call.
/// </remarks>
/// <example>
/// Lists what a flow waits for.
/// <code>Get-BatchFlowLink 3003</code>
/// </example>
/// <example>
/// Finds all flows that wait for a flow.
/// <code>Get-BatchFlow | Get-BatchFlowLink | Where-Object SourceFlowName -eq etl_meter_readings</code>
/// </example>
/// <example>
/// Counts how many flows wait for each flow.
/// <code>Get-BatchFlow | Get-BatchFlowLink | Group-Object SourceFlowName</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BatchFlowLink", HelpUri = HelpPage.Folder + "Get-BatchFlowLink.md")]
[OutputType(typeof(FlowLink), typeof(TaskLink))]
public sealed class GetBatchFlowLinkCommand : ServiceCommand
{
    /// <summary>
    /// IDs or exact names of the flows, objects that carry a FlowId, or exported flows. Exported flows need no call.
    /// </summary>
    [Parameter(
        Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "IDs or exact names of the flows, objects that carry a FlowId, or exported flows.")]
    [FlowReferenceTransformation(TakesDefinitions = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(FlowCompleter))]
    public FlowReference[] FlowId { get; set; } = null!;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var flow in FlowId) this.EnqueueDefinition(flow, definition =>
            WriteObject(definition.Links(), enumerateCollection: true));
    }
}
