using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Pipeline;

namespace BatchFlows.Commands;

/// <summary>A command that changes flows.</summary>
public abstract class FlowActionCommand : ChangeCommand
{
    /// <summary>IDs of the flows, or objects that carry a FlowId.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [FlowReferenceTransformation]
    public FlowReference[] FlowId { get; set; } = null!;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var flow in FlowId) Process(flow);
    }

    private protected abstract void Process(FlowReference flow);
}
