using System.Linq;
using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Pipeline;

namespace BatchFlows.Commands;

/// <summary>Gets runs of tasks: by their IDs, or those of the tasks of a run of a flow.</summary>
[Cmdlet(VerbsCommon.Get, "BatchFlowTaskInstance", DefaultParameterSetName = OfTask)]
[OutputType(typeof(TaskInstance))]
public sealed class GetBatchFlowTaskInstanceCommand : TaskInstanceCommand
{
    /// <summary>Only those in one of these states.</summary>
    [Parameter]
    [ValidateNotNull]
    public InstanceStatus[] Status { get; set; } = [];

    private protected override void Enqueue(string target, TaskInstanceReference task, FlowClient? client) => Enqueue(
        target, (service, stop) => service.GetTaskInstanceAsync(task.TaskInstanceId, stop), Write, client);

    // A status that the graph does not tell is looked at when the task's run tells it.
    private protected override bool IsWanted(TaskNode task) => base.IsWanted(task) && (task.Status is null || IsWanted(task.Status));

    private bool IsWanted(InstanceStatus? status) => Status.Length == 0 || status is { } known && Status.Contains(known);

    private void Write(TaskInstance instance)
    {
        if (IsWanted(instance.Status)) WriteObject(instance);
    }
}
