using System;
using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Completion;
using BatchFlows.Completion.Local;

namespace BatchFlows.Commands;

/// <content>Its parameters.</content>
public sealed partial class NewBatchFlowReportCommand
{
    /// <summary>
    /// Flows to report on: their IDs or exact names, or objects that carry a FlowId. Default: all flows.
    /// </summary>
    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [FlowReferenceTransformation]
    [Alias("Id")]
    [ArgumentCompleter(typeof(FlowCompleter))]
    public FlowReference[]? FlowId { get; set; }

    /// <summary>File to write, in place of a string.</summary>
    [Parameter(Position = 0)]
    [PlainText]
    [Alias("LiteralPath")]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>
    /// Form of the report: Html for a browser, Markdown for a chat or a pull request. Default: Markdown for a file that
    /// ends with .md, otherwise Html.
    /// </summary>
    [Parameter]
    [PlainText]
    [ChoiceTransformation(AsHtml, AsMarkdown)]
    [ValidateSet(AsHtml, AsMarkdown)]
    public string? As { get; set; }

    /// <summary>
    /// How far back runs are reported, such as 24h or 3d; a number is in seconds. The health of flows covers 7 days, or
    /// this if it is longer. Default: 24 hours.
    /// </summary>
    [Parameter]
    [SpanTransformation]
    [ArgumentCompleter(typeof(SpanCompleter))]
    public TimeSpan? Last { get; set; }

    /// <summary>
    /// Folder of a backup, from which definitions are read. Flows without a file in it are exported from the service.
    /// </summary>
    [Parameter]
    [PlainText]
    [ValidateNotNullOrEmpty]
    public string? Backup { get; set; }

    /// <summary>Replaces the file if it exists.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }
}
