using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchFlows.Completion.Service;
using BatchFlows.Completion.Words;

namespace BatchFlows.Completion;

/// <summary>Completes IDs of tasks' runs: those of the newest runs of flows.</summary>
public sealed class TaskRunCompleter : ServiceCompleter
{
    private protected override async Task<IEnumerable<Offer>> FindAsync(KnownService service, TypedLine line)
    {
        var runs = await service.RunsAsync().ConfigureAwait(false);
        var newest = runs.Select(run => run.FlowInstanceId).OfType<string>();
        return (await service.WholeRunsAsync(newest).ConfigureAwait(false)).SelectMany(run => run.Graph.Tasks
            .Where(task => task.TaskInstanceId is { Length: > 0 })
            .Select(task => new Offer(
                task.TaskInstanceId!, $"{task.TaskInstanceId}  {task.TaskName}  {task.StatusText}",
                $"Task {task.TaskName} of {run.FlowName}, run {run.FlowInstanceId}, {task.StatusText}")));
    }
}
