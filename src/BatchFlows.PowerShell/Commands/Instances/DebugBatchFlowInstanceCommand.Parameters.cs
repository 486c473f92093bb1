using System;
using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Completion;
using BatchFlows.Completion.Local;

namespace BatchFlows.Commands;

/// <content>Its parameters.</content>
public sealed partial class DebugBatchFlowInstanceCommand
{
    /// <summary>IDs of the runs, or objects that carry a FlowInstanceId.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ParameterSetName = OfRun, ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true,
        HelpMessage = "IDs of the runs, or objects that carry a FlowInstanceId.")]
    [KeyTransformation(nameof(FlowInstanceId))]
    [ArgumentCompleter(typeof(RunCompleter))]
    public string[] FlowInstanceId { get; set; } = [];

    /// <summary>
    /// IDs or exact names of flows, or objects that carry a FlowId: the last run of each that did not succeed, waits or
    /// is stuck. Of several that wait or are stuck, the first. If there is none, the first run that has not ended.
    /// </summary>
    [Parameter(
        Mandatory = true, ParameterSetName = OfFlow, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "IDs or exact names of flows, or objects that carry a FlowId")]
    [FlowReferenceTransformation]
    [Alias("Id")]
    [ArgumentCompleter(typeof(FlowCompleter))]
    public FlowReference[] FlowId { get; set; } = [];

    /// <summary>
    /// How far back and ahead runs are compared, and with -FlowId looked for, such as 7d or 12h; a number is in
    /// seconds. Default: 7 days.
    /// </summary>
    [Parameter]
    [SpanTransformation]
    [ArgumentCompleter(typeof(SpanCompleter))]
    public TimeSpan? Last { get; set; }

    /// <summary>Number of lines from the end of the log. Default: 10.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int Tail { get; set; } = DefaultTail;

    /// <summary>
    /// Folder of a backup with the flow's file, or the file itself: differences of the flow as it is now are reported
    /// as changes.
    /// </summary>
    [Parameter]
    [PlainText]
    [ValidateNotNullOrEmpty]
    public string? Backup { get; set; }
}
