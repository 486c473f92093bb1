using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Completion;
using BatchFlows.Pipeline;

namespace BatchFlows.Commands;

/// <summary>Lists which task follows which within flows.</summary>
/// <remarks>
/// Rerun is true if a task also runs when the one before it is run again. For an ID or a name the command exports the
/// flow; piped definitions need no call. Get-BatchFlowLink lists what a flow waits for outside itself.
/// </remarks>
/// <example>
/// Lists the relations of a flow.
/// <code>Get-BatchFlowRelation 3003</code>
/// </example>
/// <example>
/// Finds the tasks that follow a task.
/// <code>Get-BatchFlowRelation 3001 | Where-Object SourceTaskName -eq check_readings</code>
/// </example>
/// <example>
/// Counts the relations of each flow.
/// <code>Get-BatchFlow | Get-BatchFlowRelation | Group-Object FlowId</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BatchFlowRelation", HelpUri = HelpPage.Folder + "Get-BatchFlowRelation.md")]
[OutputType(typeof(TaskRelation))]
public sealed class GetBatchFlowRelationCommand : ServiceCommand
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
        foreach (var flow in FlowId)
            this.EnqueueDefinition(flow, definition => WriteObject(definition.Relations, enumerateCollection: true));
    }
}
