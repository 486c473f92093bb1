using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Completion;
using BatchFlows.Completion.Local;

namespace BatchFlows.Commands;

/// <content>Its parameters.</content>
public sealed partial class GetBatchFlowTaskLogCommand
{
    /// <summary>IDs of the tasks' runs, or objects that carry a TaskInstanceId.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ParameterSetName = OfTask, ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true,
        HelpMessage = "IDs of the tasks' runs, or objects that carry a TaskInstanceId.")]
    [TaskInstanceReferenceTransformation]
    [ArgumentCompleter(typeof(TaskRunCompleter))]
    public TaskInstanceReference[] TaskInstanceId { get; set; } = [];

    /// <summary>
    /// IDs of runs of flows, or objects that carry a FlowInstanceId: all their tasks that have a run. By position, only
    /// objects are accepted, because text there is the ID of a task's run.
    /// </summary>
    [Parameter(
        Mandatory = true, Position = 0, ParameterSetName = OfRun, ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true,
        HelpMessage = "IDs of runs of flows, or objects that carry a FlowInstanceId: all their tasks that have a run.")]
    [KeyTransformation(nameof(FlowInstanceId))]
    [ArgumentCompleter(typeof(RunCompleter))]
    public string[] FlowInstanceId { get; set; } = [];

    /// <summary>With -FlowInstanceId, only the tasks of these names. Accepts wildcards.</summary>
    [Parameter(ParameterSetName = OfRun)]
    [PlainText]
    [Alias("TaskName")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TaskNameCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <summary>With -FlowInstanceId, only the tasks that failed.</summary>
    [Parameter(ParameterSetName = OfRun)]
    public SwitchParameter Failed { get; set; }

    /// <summary>
    /// Only the lines that match this regular expression, whatever their case; <c>(?-i)</c> makes case matter.
    /// </summary>
    [Parameter]
    [PlainText]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Pattern { get; set; }

    /// <summary>
    /// Number of lines from the end of each log (after -Pattern). With -Follow, applies to the lines that already
    /// exist.
    /// </summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int? Tail { get; set; }

    /// <summary>
    /// Waits for more lines until the tasks have ended, and with -FlowInstanceId for tasks that start later until the
    /// run has ended. -ThrottleLimit sets how many are followed at once.
    /// </summary>
    [Parameter]
    [Alias("Wait")]
    public SwitchParameter Follow { get; set; }

    /// <summary>
    /// Maximum length of a log, in characters. Default: 1048576, the service's limit. A warning reports a log that was
    /// truncated.
    /// </summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int? MaxLength { get; set; }
}
