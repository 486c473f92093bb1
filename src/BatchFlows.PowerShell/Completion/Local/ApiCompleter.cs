using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Client;
using BatchFlows.Completion.Words;

namespace BatchFlows.Completion.Local;

/// <summary>Completes the parts of documented calls: their collections, and the actions of a collection.</summary>
public sealed class ApiCompleter : Completer
{
    private protected override IEnumerable<Offer> Offers(TypedLine line)
    {
        var collection = $"{line.Given("Collection")}";
        var found = line.Parameter == "Collection"
            ? FlowClient.DocumentedCalls.GroupBy(call => call.Collection)
                .Select(calls => new Offer(calls.Key, tip: string.Join(", ", calls.Select(call => call.Action))))
            : FlowClient.DocumentedCalls.Where(call => collection.Length == 0 || call.Collection == collection)
                .Select(call => new Offer(
                    call.Action,
                    tip: $"{call.Collection} {call.Action}, {(call.IsChange == true ? "changes" : "reads")}"));
        return found.OrderBy(offer => offer.Text, StringComparer.Ordinal);
    }
}
