using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Completion.Words;
using BatchFlows.Connections;

namespace BatchFlows.Completion.Local;

/// <summary>Completes the names of this session's connections, and of profiles where they can be used.</summary>
public sealed class ConnectionNameCompleter : Completer
{
    /// <summary>Commands that look for an open connection only.</summary>
    private static readonly string[] OfOpenOnes = ["Disconnect-BatchFlow", "Get-BatchFlowConnection"];

    private protected override IEnumerable<Offer> Offers(TypedLine line)
    {
        var open = Session.Current.Connections;
        var saved = OfOpenOnes.Contains(line.Command, StringComparer.OrdinalIgnoreCase)
            ? []
            : ProfileConnections.Names()
                .Except(open.Select(connection => connection.Name), StringComparer.OrdinalIgnoreCase);
        return open.Select(connection => new Offer(
            connection.Name, tip: $"{connection.Gateway} as {connection.UserId}"))
            .Concat(saved.Select(name => new Offer(name, tip: "Profile")));
    }
}
