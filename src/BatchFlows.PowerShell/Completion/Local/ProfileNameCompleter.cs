using System.Collections.Generic;
using System.Linq;
using BatchFlows.Completion.Words;
using BatchFlows.Connections;

namespace BatchFlows.Completion.Local;

/// <summary>Completes the names of profiles.</summary>
public sealed class ProfileNameCompleter : Completer
{
    private protected override IEnumerable<Offer> Offers(TypedLine line) =>
        ProfileConnections.Names().Select(name => new Offer(name));
}
