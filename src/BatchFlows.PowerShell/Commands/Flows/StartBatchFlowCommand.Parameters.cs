using System;
using System.Collections;
using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Completion;
using BatchFlows.Completion.Local;

namespace BatchFlows.Commands;

/// <content>Its parameters.</content>
public sealed partial class StartBatchFlowCommand
{
    /// <summary>IDs or exact names of the flows, or objects that carry a FlowId.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "IDs or exact names of the flows, or objects that carry a FlowId.")]
    [FlowReferenceTransformation]
    [Alias("Id")]
    [ArgumentCompleter(typeof(FlowCompleter))]
    public FlowReference[] FlowId { get; set; } = null!;

    /// <summary>
    /// Trigger time of the run. Default: now. A time in the past starts it at once, and its time parameters follow from
    /// that time. A time without a zone is in the zone of this machine.
    /// </summary>
    [Parameter]
    [TimeTransformation]
    [ArgumentCompleter(typeof(TimeCompleter))]
    public DateTimeOffset? TriggerTime { get; set; }

    /// <summary>
    /// Day whose data the run processes, in place of -TriggerTime. For the service this is the day before the trigger
    /// time, so the trigger time is the present time of day on the day after, in the server's zone.
    /// </summary>
    [Parameter]
    [TimeTransformation(IsDay = true)]
    [ArgumentCompleter(typeof(TimeCompleter))]
    public DateTime? BusinessDate { get; set; }

    /// <summary>
    /// Values of the flow's parameters for this run only, by name. Default: the flow's values. A name that the flow
    /// does not have is an error, unless -Force is specified.
    /// </summary>
    [Parameter(
        Mandatory = true, ParameterSetName = WithParameters,
        HelpMessage = "Values of the flow's parameters for this run only, by name.")]
    [TableTransformation]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FlowParameterCompleter))]
    public IDictionary? Parameter { get; set; }

    /// <summary>
    /// Name or ID of the task to start from. Tasks before it are skipped. A task after it runs if its relation has
    /// Rerun (Get-BatchFlowRelation); a warning names those that do not run, and the run has them in SkippedTasks.
    /// </summary>
    [Parameter(
        Mandatory = true, ParameterSetName = PartOfFlow, ValueFromPipelineByPropertyName = true,
        HelpMessage = "Name or ID of the task to start from.")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TaskNameCompleter))]
    public string? FromTask { get; set; }

    /// <summary>Waits until the run has ended. A run that fails or is cancelled is then an error.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>Time limit of -Wait, in seconds, for each run. Default: none. The run continues afterwards.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int? TimeoutSeconds { get; set; }

    /// <summary>
    /// Makes changes without asking, also through a protected connection, and passes parameters that the flow does not
    /// have.
    /// </summary>
    [Parameter]
    public SwitchParameter Force { get; set; }
}
