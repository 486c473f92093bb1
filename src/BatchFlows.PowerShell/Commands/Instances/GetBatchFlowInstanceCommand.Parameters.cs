using System;
using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Completion;
using BatchFlows.Completion.Local;

namespace BatchFlows.Commands;

/// <content>Its parameters.</content>
public sealed partial class GetBatchFlowInstanceCommand
{
    /// <summary>IDs of the runs, or objects that carry a FlowInstanceId.</summary>
    [Parameter(Position = 0, ParameterSetName = ById, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [KeyTransformation(nameof(FlowInstanceId))]
    [ArgumentCompleter(typeof(RunCompleter))]
    public string[]? FlowInstanceId { get; set; }

    /// <summary>Only runs of these flows: their IDs or exact names, or objects that carry a FlowId.</summary>
    [Parameter(ParameterSetName = InWindow, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [FlowReferenceTransformation]
    [Alias("Id")]
    [ArgumentCompleter(typeof(FlowCompleter))]
    public FlowReference[]? FlowId { get; set; }

    /// <summary>
    /// Only runs that were triggered at this moment or later. Default: 24 hours before the end of the window.
    /// </summary>
    [Parameter(ParameterSetName = InWindow)]
    [TimeTransformation]
    [ArgumentCompleter(typeof(TimeCompleter))]
    public DateTimeOffset? After { get; set; }

    /// <summary>Only runs that were triggered before this moment. Default: a minute from now.</summary>
    [Parameter(ParameterSetName = InWindow)]
    [TimeTransformation]
    [ArgumentCompleter(typeof(TimeCompleter))]
    public DateTimeOffset? Before { get; set; }

    /// <summary>
    /// Length of the window in place of -After, such as 7d, 12h or 90m; a number is in seconds. Two numbers, such as
    /// 1:40, are refused as ambiguous: specify 01:40:00 or 00:01:40. Default: 24 hours.
    /// </summary>
    [Parameter(ParameterSetName = InWindow)]
    [SpanTransformation]
    [ArgumentCompleter(typeof(SpanCompleter))]
    public TimeSpan? Last { get; set; }

    /// <summary>Only runs in one of these states, such as Fail, Running, Success.</summary>
    [Parameter(ParameterSetName = InWindow)]
    [ValuesTransformation(IsStatus = true)]
    [ValidateNotNull]
    public InstanceStatus[] Status { get; set; } = [];

    /// <summary>Only runs of flows with this kind of schedule. Default: all kinds.</summary>
    [Parameter(ParameterSetName = InWindow)]
    [ValuesTransformation]
    [ValidateNotNullOrEmpty]
    public FlowType[]? Type { get; set; }

    /// <summary>Only runs of flows that one of these users owns. Accepts wildcards.</summary>
    [Parameter(ParameterSetName = InWindow)]
    [PlainText]
    [SupportsWildcards]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(FlowValueCompleter))]
    public string[] Owner { get; set; } = [];

    /// <summary>
    /// Only runs of flows of these names. Accepts wildcards. A name without wildcards that no flow has is an error.
    /// </summary>
    [Parameter(ParameterSetName = InWindow)]
    [PlainText]
    [Alias("FlowName")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FlowNameCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <summary>Lists the last triggered first; with -FlowId, flow by flow.</summary>
    [Parameter(ParameterSetName = InWindow)]
    public SwitchParameter Descending { get; set; }
}
