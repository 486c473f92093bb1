using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;

namespace BatchFlows.Procedures.Instances;

/// <summary>Reads a run with the runs of its tasks.</summary>
internal static class RunTaskReader
{
    /// <param name="flowInstanceId">ID of the run.</param>
    /// <param name="run">
    /// The run, if it is at hand. It is read once more if it had not ended, because its tasks are read now, or if it is
    /// from a list, which has no states.
    /// </param>
    /// <returns>Only the tasks that have started have a run worth a call.</returns>
    public static async Task<(FlowInstance Run, IReadOnlyList<TaskInstance> Tasks)> ReadAsync(
        FlowClient client, string flowInstanceId, FlowInstance? run, CancellationToken cancellationToken)
    {
        if (run is not { IsEnded: true } || run.Graph.Tasks.All(task => task.Status is null))
            run = await client.GetFlowInstanceAsync(flowInstanceId, cancellationToken).ConfigureAwait(false);
        var tasks = await Task.WhenAll(run.Graph.Tasks
            .Where(task => task.Status is not (InstanceStatus.None or InstanceStatus.Init))
            .Select(task => task.TaskInstanceId).OfType<string>()
            .Select(id => client.GetTaskInstanceAsync(id, cancellationToken))).ConfigureAwait(false);
        return (run, tasks);
    }
}
