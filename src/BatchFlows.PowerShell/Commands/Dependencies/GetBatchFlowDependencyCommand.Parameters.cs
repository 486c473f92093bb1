using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Completion;
using BatchFlows.Completion.Local;

namespace BatchFlows.Commands;

/// <content>Its parameters.</content>
public sealed partial class GetBatchFlowDependencyCommand
{
    /// <summary>
    /// IDs or exact names of the flows, or objects that carry a FlowId. Default: all flows, with their own links only.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [FlowReferenceTransformation]
    [Alias("Id")]
    [ArgumentCompleter(typeof(FlowCompleter))]
    public FlowReference[] FlowId { get; set; } = [];

    /// <summary>
    /// Up for what a flow waits for, Down for what waits for it, or Both. Default: Both; Up without -FlowId.
    /// </summary>
    [Parameter]
    [PlainText]
    [ChoiceTransformation(Up, Down, Both)]
    [ValidateSet(Up, Down, Both)]
    public string? Direction { get; set; }

    /// <summary>
    /// Largest number of steps from the flow. 1 returns only its own links. Default: unlimited; 1 without -FlowId.
    /// </summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int? Depth { get; set; }

    /// <summary>
    /// Flow for whole flows, with one result per link, or Task for tasks, with the relations within flows. Default:
    /// Flow.
    /// </summary>
    [Parameter]
    [PlainText]
    [ChoiceTransformation("Flow", OfTasks)]
    [ValidateSet("Flow", OfTasks)]
    public string Level { get; set; } = "Flow";

    /// <summary>Name of a task of the flow to start from. Implies -Level Task.</summary>
    [Parameter]
    [PlainText]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TaskNameCompleter))]
    public string? TaskName { get; set; }

    /// <summary>
    /// Files with definitions, or folders with such files, at any depth, such as a backup. Accepts wildcards. Default:
    /// the flows of the service.
    /// </summary>
    [Parameter]
    [FilePathTransformation]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Path { get; set; }
}
