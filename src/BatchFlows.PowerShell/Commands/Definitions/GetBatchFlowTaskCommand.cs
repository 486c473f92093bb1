using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Errors;

namespace BatchFlows.Commands;

/// <summary>Lists the tasks of flows.</summary>
/// <example>
/// Lists the tasks of a flow.
/// <code>Get-BatchFlowTask 3001</code>
/// </example>
/// <example>
/// Finds the tasks that may run longer than an hour, in all flows.
/// <code>Get-BatchFlow | Get-BatchFlowTask | Where-Object Timeout -gt 3600</code>
/// </example>
/// <example>
/// Lists tasks and relations of one export, with one call.
/// <code>
/// $flow = Export-BatchFlow 3003
/// $flow | Get-BatchFlowTask -Name *forecast*
/// $flow | Get-BatchFlowRelation
/// </code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BatchFlowTask")]
[OutputType(typeof(FlowTask))]
public sealed class GetBatchFlowTaskCommand : FlowPartCommand
{
    private NameFilter _names = null!;
    private bool _hasLooked;

    /// <summary>Names of the tasks; wildcards are allowed.</summary>
    [Parameter(Position = 1)]
    [Alias("TaskName")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _names = new NameFilter(Name);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (!_hasLooked) return; // no flow, no task: that was said already
        foreach (var name in _names.Unseen) WriteError(ErrorRecords.TaskNotFound(name, MyInvocation.MyCommand.Name));
    }

    private protected override IEnumerable<FlowPart> PartsOf(FlowDefinition flow)
    {
        _hasLooked = true;
        return flow.Tasks.Where(task => _names.IsMatch(task.TaskName));
    }
}
