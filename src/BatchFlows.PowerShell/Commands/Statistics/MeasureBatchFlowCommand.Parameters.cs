using System;
using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Completion;
using BatchFlows.Completion.Local;

namespace BatchFlows.Commands;

/// <content>Its parameters.</content>
public sealed partial class MeasureBatchFlowCommand
{
    /// <summary>
    /// Flows to measure: their IDs or exact names, or objects that carry a FlowId. Default: all flows that ran.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [FlowReferenceTransformation]
    [Alias("Id")]
    [ArgumentCompleter(typeof(FlowCompleter))]
    public FlowReference[]? FlowId { get; set; }

    /// <summary>
    /// Length of the window in place of -After, such as 30d, 12h or 90m; a number is in seconds. Two numbers, such as
    /// 1:40, are refused as ambiguous: specify 01:40:00 or 00:01:40. Default: 7 days.
    /// </summary>
    [Parameter]
    [SpanTransformation]
    [ArgumentCompleter(typeof(SpanCompleter))]
    public TimeSpan? Last { get; set; }

    /// <summary>
    /// Only runs that were triggered at this moment or later. Default: 7 days before the end of the window.
    /// </summary>
    [Parameter]
    [TimeTransformation]
    [ArgumentCompleter(typeof(TimeCompleter))]
    public DateTimeOffset? After { get; set; }

    /// <summary>Only runs that were triggered before this moment. Default: a minute from now.</summary>
    [Parameter]
    [TimeTransformation]
    [ArgumentCompleter(typeof(TimeCompleter))]
    public DateTimeOffset? Before { get; set; }

    /// <summary>
    /// What runs are grouped by: Flow, Task, Owner, or Day in the server's zone. A run counts for each of its owners.
    /// Task implies -Detailed. Default: Flow.
    /// </summary>
    [Parameter]
    [PlainText]
    [ChoiceTransformation(AsFlow, AsTask, AsOwner, AsDay)]
    [ValidateSet(AsFlow, AsTask, AsOwner, AsDay)]
    public string By { get; set; } = AsFlow;

    /// <summary>
    /// Also reads the tasks of the last 20 runs of each flow that ended: slowest tasks, critical path, and what retries
    /// cost. One call per task and run.
    /// </summary>
    [Parameter]
    public SwitchParameter Detailed { get; set; }
}
