using System.Collections.Generic;
using System.Management.Automation;

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
public sealed class GetBatchFlowRelationCommand : FlowPartCommand
{
    private protected override IEnumerable<FlowPart> PartsOf(FlowDefinition flow) => flow.Relations;
}
