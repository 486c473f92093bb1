using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace BatchFlows.Commands;

/// <summary>Lists what flows wait for outside themselves: other flows and tasks of other flows.</summary>
/// <example>
/// Lists what a flow waits for.
/// <code>Get-BatchFlowLink 3003</code>
/// </example>
/// <example>
/// Finds all flows that wait for a flow.
/// <code>Get-BatchFlow | Get-BatchFlowLink | Where-Object SourceFlowName -eq etl_meter_readings</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BatchFlowLink")]
[OutputType(typeof(FlowLink), typeof(TaskLink))]
public sealed class GetBatchFlowLinkCommand : FlowPartCommand
{
    private protected override IEnumerable<FlowPart> PartsOf(FlowDefinition flow) => flow.FlowLinks.Concat<Link>(flow.TaskLinks);
}
