using System;
using System.Linq;
using BatchFlows.Errors;
using BatchFlows.Binding;
using BatchFlows.Pipeline;

namespace BatchFlows.Commands;

/// <summary>Finds the tasks of runs of flows for a command on runs of tasks.</summary>
/// <param name="command">The command.</param>
/// <param name="names">Names of the tasks that are wanted.</param>
/// <param name="isWanted">Chooses among these; called on any thread.</param>
internal sealed class RunTasks(ServiceCommand command, string[] names, Func<TaskNode, bool> isWanted)
{
    private readonly NameFilter _names = new(names);
    private bool _hasLooked;

    /// <summary>True for a task that is wanted. Any thread may call this.</summary>
    public bool IsWanted(TaskNode task) => _names.IsMatch(task.TaskName) && isWanted(task);

    /// <summary>Finds the tasks of a run that have a run of their own, and starts work on each.</summary>
    public void Enqueue(string flowInstanceId, Action<Item, TaskInstanceReference> enqueue)
    {
        var item = command.ItemOf(flowInstanceId);
        command.Work.Add(item, (client, stop) => client.GetFlowInstanceAsync(flowInstanceId, stop), EnqueueTasks);

        void EnqueueTasks(FlowInstance run)
        {
            _hasLooked = true;
            foreach (var task in run.Graph.Tasks.Where(IsWanted))
            {
                if (task.TaskInstanceId is { } id)
                    enqueue(item, new TaskInstanceReference(id, run.FlowInstanceId, task.TaskName, run.FlowName));
            }
        }
    }

    /// <summary>Writes an error for each name that no task had.</summary>
    public void WriteUnseen()
    {
        if (!_hasLooked) return; // the missing run has already been reported
        foreach (var name in _names.Unseen)
            command.WriteError(ErrorRecords.TaskNotFound(
                name, _names.Others, command.MyInvocation.MyCommand.Name));
    }
}
