using System.Collections.Generic;
using System.Diagnostics;
using System.Threading.Tasks;
using BatchFlows.Completion.Words;
using BatchFlows.Connections;
using BatchFlows.Pipeline;

namespace BatchFlows.Completion.Service;

/// <summary>Completes with objects of the service, through a connection that is already open.</summary>
public abstract class ServiceCompleter : Completer
{
    private protected override IEnumerable<Offer> Offers(TypedLine line)
    {
        if (Session.Current.TryFindOpen(line.Given("Connection")) is not { } connection) return [];
        var known = new KnownService(CompletionCache.Of(connection), Stopwatch.StartNew());
        // It begins on this thread, because only this thread can inspect other commands of the line.
        return new PipelineThread().Wait(FindAsync(known, line));
    }

    /// <summary>The offers from the service, the best first.</summary>
    private protected abstract Task<IEnumerable<Offer>> FindAsync(KnownService service, TypedLine line);
}
