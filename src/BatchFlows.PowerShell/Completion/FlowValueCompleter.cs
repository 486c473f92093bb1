using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchFlows.Completion.Service;
using BatchFlows.Completion.Words;

namespace BatchFlows.Completion;

/// <summary>Completes users, queues and accounts: those of the flows on the line, or of some flows and runs.</summary>
public sealed class FlowValueCompleter : ServiceCompleter
{
    /// <summary>Filters accept wildcards; Set-BatchFlow does not.</summary>
    private protected override string Typed(string text, TypedLine line) =>
        line.Command == "Set-BatchFlow" ? text : Wildcards.Escape(text);

    private protected override async Task<IEnumerable<Offer>> FindAsync(KnownService service, TypedLine line)
    {
        var onLine = await NamedOnLine.FlowsAsync(line, service).ConfigureAwait(false);
        var some = await service.FlowsAsync("").ConfigureAwait(false);
        var flows = onLine.Concat(await service.WholeFlowsAsync(
            some.Select(flow => flow.FlowId).OfType<long>()).ConfigureAwait(false)).ToList();
        var runs = await service.RunsAsync().ConfigureAwait(false);
        var values = line.Parameter switch
        {
            "Queue" => flows.Select(flow => flow.Queue),
            "Submitter" => flows.Select(flow => flow.Submitter).Concat(runs.Select(run => run.Submitter)),
            _ => flows.SelectMany(flow => flow.Owners.Concat(flow.Visitors))
                .Concat(runs.SelectMany(run => run.Owners)),
        };
        return values.OfType<string>().Where(value => value.Length > 0).Distinct().Select(value => new Offer(value));
    }
}
