using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using BatchFlows.Pipeline;

namespace BatchFlows.Commands;

/// <summary>Lists what flows wait for outside themselves: other flows and tasks of other flows.</summary>
[Cmdlet(VerbsCommon.Get, "BatchFlowLink")]
[OutputType(typeof(FlowLink), typeof(TaskLink))]
public sealed class GetBatchFlowLinkCommand : FlowPartCommand
{
    private protected override IEnumerable<FlowPart> PartsOf(FlowDefinition flow) => flow.FlowLinks.Concat<Link>(flow.TaskLinks);
}
