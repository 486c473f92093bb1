using System.Linq;
using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Completion;
using BatchFlows.Pipeline;

namespace BatchFlows.Commands;

/// <summary>Gets runs of tasks.</summary>
/// <remarks>
/// It accepts IDs of runs of tasks, or runs of flows, whose tasks it lists with their states, times and tries.
/// Get-BatchFlowTaskLog gets their logs.
/// </remarks>
/// <example>
/// Lists the tasks of failed runs, with their states and times.
/// <code>Get-BatchFlowInstance -Status Fail | Get-BatchFlowTaskInstance</code>
/// </example>
/// <example>
/// Lists only the tasks that failed.
/// <code>Get-BatchFlowInstance -Status Fail | Get-BatchFlowTaskInstance -Status Fail, Timeout</code>
/// </example>
/// <example>
/// Finds the slowest tasks of a day.
/// <code>
/// Get-BatchFlowInstance | Get-BatchFlowTaskInstance |
///     Sort-Object Duration -Descending | Select-Object -First 5
/// </code>
/// </example>
[Cmdlet(
    VerbsCommon.Get, "BatchFlowTaskInstance", DefaultParameterSetName = OfTask,
    HelpUri = HelpPage.Folder + "Get-BatchFlowTaskInstance.md")]
[OutputType(typeof(TaskInstance))]
public sealed class GetBatchFlowTaskInstanceCommand : ServiceCommand
{
    private const string OfTask = "Task";
    private const string OfRun = "Run";

    private RunTasks _tasks = null!;

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

    /// <summary>Only task runs in one of these states, such as Fail or Success; Init means not started.</summary>
    [Parameter]
    [ValuesTransformation(IsStatus = true)]
    [ValidateNotNull]
    public InstanceStatus[] Status { get; set; } = [];

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        // A status that the graph does not show is looked at when the task's run shows it.
        _tasks = new RunTasks(this, Name, task => task.Status is null || IsWanted(task.Status));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var task in TaskInstanceId) Get(ItemOf(task.TaskInstanceId), task);
        foreach (var id in FlowInstanceId) _tasks.Enqueue(id, Get);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        _tasks.WriteUnseen();
    }

    private void Get(Item item, TaskInstanceReference task) =>
        Work.Add(item, (client, stop) => client.GetTaskInstanceAsync(task.TaskInstanceId, stop), found =>
        {
            found.FlowName = task.FlowName;
            Write(found);
        });

    private bool IsWanted(InstanceStatus? status) =>
        Status.Length == 0 || status is { } known && Status.Select(AsOfRun).Contains(AsOfRun(known));

    /// <summary>A task that has not started is None in the graph and Init in its own run.</summary>
    private static InstanceStatus AsOfRun(InstanceStatus status) =>
        status is InstanceStatus.None ? InstanceStatus.Init : status;

    private void Write(TaskInstance instance)
    {
        if (IsWanted(instance.Status)) WriteObject(instance);
    }
}
