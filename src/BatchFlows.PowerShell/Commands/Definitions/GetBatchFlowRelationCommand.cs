using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Completion;
using BatchFlows.Pipeline;

namespace BatchFlows.Commands;

/// <summary>Lists which task follows which within flows.</summary>
/// <example>
/// Lists which task follows which.
/// <code>Get-BatchFlowRelation 3003</code>
/// </example>
/// <example>
/// Tells what follows a task.
/// <code>Get-BatchFlowRelation 3001 | Where-Object SourceTaskName -eq check_readings</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BatchFlowRelation")]
[OutputType(typeof(TaskRelation))]
public sealed class GetBatchFlowRelationCommand : ServiceCommand
{
    /// <summary>
    /// IDs or exact names of the flows, objects that carry a FlowId, or exported flows, which need no call.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
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
