using System.Linq;
using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Client;

namespace BatchFlows.Commands;

/// <summary>Gets runs of tasks: by their IDs, or those of the tasks of a run of a flow.</summary>
/// <example>
/// Lists the tasks of failed runs, with their states and times.
/// <code>Get-BatchFlowInstance -Status Fail | Get-BatchFlowTaskInstance</code>
/// </example>
/// <example>
/// Lists only those that failed.
/// <code>Get-BatchFlowInstance -Status Fail | Get-BatchFlowTaskInstance -Status Fail, Timeout</code>
/// </example>
/// <example>
/// Finds the slowest tasks of a day.
/// <code>Get-BatchFlowInstance | Get-BatchFlowTaskInstance | Sort-Object Duration -Descending | Select-Object -First 5</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BatchFlowTaskInstance", DefaultParameterSetName = OfTask)]
[OutputType(typeof(TaskInstance))]
public sealed class GetBatchFlowTaskInstanceCommand : TaskInstanceCommand
{
    /// <summary>Only those in one of these states, such as Fail, Timeout, Success.</summary>
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
