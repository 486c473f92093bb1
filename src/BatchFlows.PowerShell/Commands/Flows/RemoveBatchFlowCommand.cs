using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Pipeline;

namespace BatchFlows.Commands;

/// <summary>
/// Deletes flows. When the service refuses because others depend on one, these are looked for and named in the error, whose exception
/// has them as Dependents.
/// </summary>
[Cmdlet(VerbsCommon.Remove, "BatchFlow", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveBatchFlowCommand : FlowActionCommand
{
    private protected override void Process(FlowReference flow)
    {
        if (ShouldProcess($"Flow {flow}", "Delete")) Enqueue(flow.Id, (client, stop) => new FlowDependents(client).DeleteAsync(flow.Id, stop));
    }
}
