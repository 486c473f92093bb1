using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchFlows.Completion.Service;
using BatchFlows.Completion.Words;

namespace BatchFlows.Completion;

/// <summary>Completes parameters of the flows on the same line, as a table with their present values.</summary>
public sealed class FlowParameterCompleter : ServiceCompleter
{
    private protected override async Task<IEnumerable<Offer>> FindAsync(KnownService service, TypedLine line) =>
        (await NamedOnLine.FlowsAsync(line, service).ConfigureAwait(false))
            .SelectMany(flow => flow.Parameters)
            .GroupBy(parameter => parameter.Key)
            .Select(alike => new Offer(
                $"@{{ {ArgumentText.Quoted(alike.Key)} = {ArgumentText.Quoted(alike.First().Value)} }}",
                $"{alike.First()}")
            {
                IsVerbatim = true, // an expression
            });
}
