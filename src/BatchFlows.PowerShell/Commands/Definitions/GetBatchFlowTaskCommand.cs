using System.Linq;
using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Completion;
using BatchFlows.Errors;
using BatchFlows.Pipeline;

namespace BatchFlows.Commands;

/// <summary>Lists the tasks of flows.</summary>
/// <remarks>
/// For an ID or a name the command exports the flow; piped definitions need no call. Get-BatchFlowTaskInstance lists
/// how tasks ran.
/// </remarks>
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
[Cmdlet(VerbsCommon.Get, "BatchFlowTask", HelpUri = HelpPage.Folder + "Get-BatchFlowTask.md")]
[OutputType(typeof(FlowTask))]
public sealed class GetBatchFlowTaskCommand : ServiceCommand
{
    private NameFilter _names = null!;
    private bool _hasLooked;

    /// <summary>
    /// IDs or exact names of the flows, objects that carry a FlowId, or exported flows. Exported flows need no call.
    /// </summary>
    [Parameter(
        Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "IDs or exact names of the flows, objects that carry a FlowId, or exported flows.")]
    [FlowReferenceTransformation(TakesDefinitions = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(FlowCompleter))]
    public FlowReference[] FlowId { get; set; } = null!;

    /// <summary>Names of the tasks. Accepts wildcards.</summary>
    [Parameter(Position = 1)]
    [PlainText]
    [Alias("TaskName")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TaskNameCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _names = new NameFilter(Name);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var flow in FlowId) this.EnqueueDefinition(flow, WriteTasks);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (!_hasLooked) return; // the missing flow has already been reported
        foreach (var name in _names.Unseen)
            WriteError(ErrorRecords.TaskNotFound(name, _names.Others, MyInvocation.MyCommand.Name));
    }

    private void WriteTasks(FlowDefinition flow)
    {
        _hasLooked = true;
        WriteObject(flow.Tasks.Where(task => _names.IsMatch(task.TaskName)), enumerateCollection: true);
    }
}
