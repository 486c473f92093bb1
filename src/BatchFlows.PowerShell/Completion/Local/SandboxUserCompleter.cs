using System.Collections.Generic;
using System.Linq;
using BatchFlows.Completion.Words;
using BatchFlows.Connections;

namespace BatchFlows.Completion.Local;

/// <summary>Completes the users of this session's sandboxes.</summary>
public sealed class SandboxUserCompleter : Completer
{
    private protected override IEnumerable<Offer> Offers(TypedLine line) => Session.Current.Sandboxes
        .SelectMany(sandbox => sandbox.Service.Users)
        .GroupBy(user => user.UserName)
        .Select(alike => new Offer(
            alike.Key, $"{alike.Key}  {alike.First().UserId}", alike.First().IsLocked ? "Locked" : "Not locked"));
}
