using System.Collections.Generic;
using System.Management.Automation;
using System.Threading.Tasks;
using BatchFlows.Binding;

namespace BatchFlows.Pipeline;

/// <summary>A command that lists a kind of parts of flows: of flows at hand, which costs no call, or of flows it exports by ID.</summary>
public abstract class FlowPartCommand : BulkCommand
{
    private const string OfFlow = "Flow";
    private const string OfFlowId = "FlowId";

    /// <summary>IDs of the flows, or objects that carry a FlowId.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ParameterSetName = OfFlowId, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [FlowIdTransformation]
    public long[] FlowId { get; set; } = null!;

    /// <summary>Exported flows; no call is made for them.</summary>
    [Parameter(Mandatory = true, ParameterSetName = OfFlow, ValueFromPipeline = true)]
    [ValidateNotNull]
    public FlowDefinition InputObject { get; set; } = null!;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == OfFlow)
        {
            Enqueue(InputObject, _ => Task.FromResult(InputObject), WriteParts);
            return;
        }

        var client = Client();
        foreach (var id in FlowId) Enqueue(id, stop => client.ExportFlowAsync(id, stop), WriteParts);
    }

    private protected abstract IEnumerable<FlowPart> PartsOf(FlowDefinition flow);

    private void WriteParts(FlowDefinition flow) => WriteObject(PartsOf(flow), enumerateCollection: true);
}
