using System.Collections.Generic;
using System.Linq;
using BatchFlows.Completion.Words;
using BatchFlows.Connections;

namespace BatchFlows.Completion.Local;

/// <summary>Completes gateways, organisations and users by those of this session's connections.</summary>
public sealed class ConnectionValueCompleter : Completer
{
    private protected override IEnumerable<Offer> Offers(TypedLine line) => Session.Current.Connections
        .GroupBy(connection => line.Parameter switch
        {
            "Gateway" => $"{connection.Gateway}",
            "OrganizationId" => connection.OrganizationId,
            _ => connection.UserId,
        })
        .Select(alike => new Offer(alike.Key, tip: $"Connection {string.Join(", ", alike)}"));
}
