using System.Collections.Generic;
using System.Management.Automation;
using System.Threading.Tasks;
using BatchFlows.Binding;
using BatchFlows.Pipeline;

namespace BatchFlows.Commands;

/// <summary>A command that lists a kind of parts of flows: of exported flows, which costs no call, or of flows it exports by ID.</summary>
public abstract class FlowPartCommand : BulkCommand
{
    /// <summary>IDs of the flows, objects that carry a FlowId, or exported flows; for the last no call is made.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [FlowReferenceTransformation(TakesDefinitions = true)]
    public FlowReference[] FlowId { get; set; } = null!;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var reference in FlowId)
        {
            if (reference.Definition is { } flow) Enqueue(flow, Task.FromResult(flow), WriteParts);
            else Enqueue(reference.Id, (client, stop) => client.ExportFlowAsync(reference.Id, stop), WriteParts);
        }
    }

    private protected abstract IEnumerable<FlowPart> PartsOf(FlowDefinition flow);

    private void WriteParts(FlowDefinition flow) => WriteObject(PartsOf(flow), enumerateCollection: true);
}
