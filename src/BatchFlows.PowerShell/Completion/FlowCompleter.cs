using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchFlows.Completion.Service;
using BatchFlows.Completion.Words;

namespace BatchFlows.Completion;

/// <summary>Completes IDs of flows, which are found by their names as well.</summary>
public sealed class FlowCompleter : ServiceCompleter
{
    private protected override async Task<IEnumerable<Offer>> FindAsync(KnownService service, TypedLine line)
    {
        var found = await service.FlowsAsync(line.Word).ConfigureAwait(false);
        var whole = await service.WholeFlowsAsync(found.Where(flow => flow.FlowId is not null)
            .OrderBy(flow => flow.FlowId).Select(flow => flow.FlowId!.Value)).ConfigureAwait(false);
        return found.Where(flow => flow.FlowId is not null).OrderBy(flow => flow.FlowId).Select(
            flow => new Offer(
                $"{flow.FlowId}", $"{flow.FlowId}  {flow.FlowName}",
                TipOf(flow, whole.FirstOrDefault(other => other.FlowId == flow.FlowId)))
            {
                IsVerbatim = true, // a number
            });
    }

    private static string TipOf(FlowSummary flow, Flow? whole) => whole is null
        ? $"{flow.FlowName}, cycle {flow.Cycle ?? "unknown"}"
        : $"{flow.FlowName}, {whole.Type} {whole.Cron}, {(whole.IsActive == true ? "active" : "paused")}, "
            + $"owned by {whole.Owners}";
}
