using System;
using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Completion;
using BatchFlows.Completion.Local;

namespace BatchFlows.Commands;

/// <content>Its parameters.</content>
public sealed partial class FindBatchFlowMissedRunCommand
{
    /// <summary>
    /// Flows to look at: their IDs or exact names, or objects that carry a FlowId. Default: all active flows.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [FlowReferenceTransformation]
    [Alias("Id")]
    [ArgumentCompleter(typeof(FlowCompleter))]
    public FlowReference[] FlowId { get; set; } = [];

    /// <summary>
    /// Length of the window in place of -After, such as 7d, 12h or 90m; a number is in seconds. Two numbers, such as
    /// 1:40, are refused as ambiguous: specify 01:40:00 or 00:01:40. Default: 24 hours.
    /// </summary>
    [Parameter]
    [SpanTransformation]
    [ArgumentCompleter(typeof(SpanCompleter))]
    public TimeSpan? Last { get; set; }

    /// <summary>The first moment of the window. Default: 24 hours before its end.</summary>
    [Parameter]
    [TimeTransformation]
    [ArgumentCompleter(typeof(TimeCompleter))]
    public DateTimeOffset? After { get; set; }

    /// <summary>The end of the window, exclusive. Default: now.</summary>
    [Parameter]
    [TimeTransformation]
    [ArgumentCompleter(typeof(TimeCompleter))]
    public DateTimeOffset? Before { get; set; }

    /// <summary>How much later than its time a run may start, such as 5m or 1h. Default: 15 minutes.</summary>
    [Parameter]
    [SpanTransformation]
    [ArgumentCompleter(typeof(SpanCompleter))]
    public TimeSpan? LateAfter { get; set; }

    /// <summary>
    /// Time zone of the schedules, such as Europe/Berlin, with its clock changes. Default: the server's zone, which the
    /// service names without clock changes, such as GMT+8.
    /// </summary>
    [Parameter]
    [PlainText]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TimeZoneCompleter))]
    public string? TimeZone { get; set; }

    /// <summary>Also looks at flows that are paused now. Flows of -FlowId are always looked at.</summary>
    [Parameter]
    public SwitchParameter IncludePaused { get; set; }
}
