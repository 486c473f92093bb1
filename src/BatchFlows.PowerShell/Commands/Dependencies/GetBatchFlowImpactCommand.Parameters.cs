using System;
using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Completion;
using BatchFlows.Completion.Local;

namespace BatchFlows.Commands;

/// <content>Its parameters.</content>
public sealed partial class GetBatchFlowImpactCommand
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
    /// What happens: Disable pauses the schedule, Remove deletes the flow or the task, Fail lets its next runs fail,
    /// and Delay lets them end later by -By. A single task can be removed, fail or be delayed. Default: Delay with -By,
    /// otherwise Fail.
    /// </summary>
    [Parameter(Position = 1)]
    [PlainText]
    [ChoiceTransformation(Disable, Remove, Fail, Delay)]
    [ValidateSet(Disable, Remove, Fail, Delay)]
    public string? Of { get; set; }

    /// <summary>How much later runs end, such as 2h or 30m.</summary>
    [Parameter]
    [SpanTransformation]
    [ArgumentCompleter(typeof(SpanCompleter))]
    public TimeSpan? By { get; set; }

    /// <summary>Name of the task to which it happens. Default: the whole flow.</summary>
    [Parameter]
    [PlainText]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TaskNameCompleter))]
    public string? TaskName { get; set; }

    /// <summary>
    /// Time from which it counts. Default: now. A time without a zone is in the zone of this machine.
    /// </summary>
    [Parameter]
    [TimeTransformation]
    [ArgumentCompleter(typeof(TimeCompleter))]
    public DateTimeOffset? After { get; set; }

    /// <summary>
    /// Files with definitions, or folders with such files, at any depth, such as a backup. Accepts wildcards. Usual
    /// durations are then not known. Default: the flows of the service.
    /// </summary>
    [Parameter]
    [FilePathTransformation]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Path { get; set; }

    /// <summary>
    /// Time zone of the server, such as Europe/Berlin or GMT+8. Default: the server's own zone; UTC with -Path.
    /// </summary>
    [Parameter]
    [PlainText]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TimeZoneCompleter))]
    public string? TimeZone { get; set; }
}
