using System.Collections.Generic;
using System.Management.Automation;
using BatchFlows.Pipeline;

namespace BatchFlows.Commands;

/// <summary>Lists which task follows which within flows.</summary>
[Cmdlet(VerbsCommon.Get, "BatchFlowRelation")]
[OutputType(typeof(TaskRelation))]
public sealed class GetBatchFlowRelationCommand : FlowPartCommand
{
    private protected override IEnumerable<FlowPart> PartsOf(FlowDefinition flow) => flow.Relations;
}
