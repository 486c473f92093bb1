using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchFlows.Completion.Service;
using BatchFlows.Completion.Words;

namespace BatchFlows.Completion;

/// <summary>Completes IDs of runs, the newest first.</summary>
public sealed class RunCompleter : ServiceCompleter
{
    /// <summary>By position, the commands on runs of tasks bind -TaskInstanceId.</summary>
    private protected override bool IsLeftToAnother(TypedLine line) =>
        line.Command is "Get-BatchFlowTaskInstance" or "Get-BatchFlowTaskLog" && !line.Names(line.Parameter);

    private protected override async Task<IEnumerable<Offer>> FindAsync(KnownService service, TypedLine line) =>
        (await service.RunsAsync().ConfigureAwait(false))
            .Where(run => run.FlowInstanceId is { Length: > 0 })
            .Select(run => new Offer(
                run.FlowInstanceId!, $"{run.FlowInstanceId}  {run.FlowName}  {run.StatusText}",
                $"Run of {run.FlowId} {run.FlowName}, triggered {run.TriggerTime}, {run.StatusText}"));
}
