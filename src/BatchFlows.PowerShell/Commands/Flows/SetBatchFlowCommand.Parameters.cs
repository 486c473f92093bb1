using System;
using System.Collections;
using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Completion;
using BatchFlows.Completion.Local;

namespace BatchFlows.Commands;

/// <content>Its parameters.</content>
public sealed partial class SetBatchFlowCommand
{
    /// <summary>IDs or exact names of the flows, or objects that carry a FlowId.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "IDs or exact names of the flows, or objects that carry a FlowId.")]
    [FlowReferenceTransformation]
    [Alias("Id")]
    [ArgumentCompleter(typeof(FlowCompleter))]
    public FlowReference[] FlowId { get; set; } = null!;

    /// <summary>New name of the flow.</summary>
    [Parameter]
    [PlainText]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? NewName { get; set; }

    /// <summary>
    /// Cron expression of 6 or 7 fields: second, minute, hour, day of month, month, day of week, and perhaps year.
    /// </summary>
    [Parameter]
    [PlainText]
    [CronTransformation]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CronCompleter))]
    public string? Cron { get; set; }

    /// <summary>Scheduling cycle: M month, W week, D day, H hour, mi minute. A small m is refused.</summary>
    [Parameter]
    [PlainText]
    [CycleTransformation]
    [ValidateSet("M", "W", "D", "H", "mi", IgnoreCase = false)]
    public string? Cycle { get; set; }

    /// <summary>Kind of schedule: Periodic, Manual or Temporary.</summary>
    [Parameter]
    [ValuesTransformation(IsSingle = true)]
    public FlowType Type { get => _type as FlowType? ?? default; set => _type = value; }

    /// <summary>How alerts are sent: Off, Email, Sms, or both.</summary>
    [Parameter]
    public AlertMode AlertMode { get => _alertMode as AlertMode? ?? default; set => _alertMode = value; }

    /// <summary>Big data account that submits the flow.</summary>
    [Parameter]
    [PlainText]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(FlowValueCompleter))]
    public string? Submitter { get; set; }

    /// <summary>User names of all owners.</summary>
    [Parameter]
    [PlainText]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FlowValueCompleter))]
    public string[]? Owner { get; set; }

    /// <summary>User names of all who may see the flow. An empty list removes all.</summary>
    [Parameter]
    [PlainText]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(FlowValueCompleter))]
    public string[]? Visitor { get; set; }

    /// <summary>Date from which the schedule is effective, in the server's zone.</summary>
    [Parameter]
    [TimeTransformation(IsDay = true)]
    [ArgumentCompleter(typeof(TimeCompleter))]
    public DateTime? StartTime { get; set; }

    /// <summary>
    /// Global parameters to set, by name, such as @{ region = 'north' }. Other parameters stay as they are.
    /// </summary>
    [Parameter]
    [TableTransformation]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FlowParameterCompleter))]
    public IDictionary? Parameter { get; set; }

    /// <summary>New description. An empty text removes it.</summary>
    [Parameter]
    [PlainText]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Description { get; set; }

    /// <summary>Computing queue in which the flow's tasks run.</summary>
    [Parameter]
    [PlainText]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(FlowValueCompleter))]
    public string? Queue { get; set; }

    /// <summary>Makes changes without asking, also through a protected connection.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Returns the updated flows.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }
}
