using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Binding;
using BatchFlows.Client;
using BatchFlows.Errors;
using BatchFlows.Pipeline;

namespace BatchFlows.Commands;

/// <summary>A command on runs of tasks: named by their IDs, or all those of a run of a flow.</summary>
public abstract class TaskInstanceCommand : BulkCommand
{
    private protected const string OfTask = "Task";
    private protected const string OfRun = "Run";

    private NameFilter _names = null!;
    private bool _hasLooked;

    /// <summary>IDs of the tasks' runs, or objects that carry a TaskInstanceId.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = OfTask, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [TaskInstanceReferenceTransformation]
    public TaskInstanceReference[] TaskInstanceId { get; set; } = [];

    /// <summary>IDs of runs of flows, or objects that carry a FlowInstanceId: all their tasks that have a run.</summary>
    [Parameter(Mandatory = true, ParameterSetName = OfRun, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [KeyTransformation(nameof(FlowInstanceId))]
    public string[] FlowInstanceId { get; set; } = [];

    /// <summary>With -FlowInstanceId, only the tasks of these names; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = OfRun)]
    [Alias("TaskName")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _names = new NameFilter(Name);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var task in TaskInstanceId) Enqueue(task.TaskInstanceId, task, client: null);
        foreach (var id in FlowInstanceId) Enqueue(id, (client, stop) => FindAsync(client, id, stop), found => EnqueueTasks(found.Client, found.Run, id));
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (!_hasLooked) return; // no run, no task: that was said already
        foreach (var name in _names.Unseen) WriteError(ErrorRecords.TaskNotFound(name, MyInvocation.MyCommand.Name));
    }

    /// <summary>Starts work on a task's run.</summary>
    /// <param name="target">What the user passed.</param>
    /// <param name="task">The task's run.</param>
    /// <param name="client">The client that found it; null when nobody looked for it.</param>
    private protected abstract void Enqueue(string target, TaskInstanceReference task, FlowClient? client);

    /// <summary>Which tasks of a run are wanted. May be asked on any thread.</summary>
    private protected virtual bool IsWanted(TaskNode task) => _names.IsMatch(task.TaskName);

    private static async Task<(FlowClient Client, FlowInstance Run)> FindAsync(FlowClient client, string id, CancellationToken cancellationToken) =>
        (client, await client.GetFlowInstanceAsync(id, cancellationToken).ConfigureAwait(false));

    private void EnqueueTasks(FlowClient client, FlowInstance run, string target)
    {
        _hasLooked = true;
        foreach (var task in run.Graph.Tasks.Where(IsWanted))
        {
            if (task.TaskInstanceId is { } id) Enqueue(target, new TaskInstanceReference(id, run.FlowInstanceId, task.TaskName), client);
        }
    }
}
