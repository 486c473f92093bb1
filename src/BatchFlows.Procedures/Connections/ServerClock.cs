using System;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;

namespace BatchFlows.Procedures.Connections;

/// <summary>Reads the server's clock and compares it with this machine's.</summary>
/// <param name="client">Asks the service.</param>
internal sealed class ServerClock(FlowClient client)
{
    /// <summary>The server's time, and its zone as the connection knows it.</summary>
    /// <exception cref="FlowException">A call failed.</exception>
    public Task<ServerTime> ReadAsync(CancellationToken cancellationToken = default) =>
        ReadAsync(client.Connection.Zone.Known, cancellationToken);

    /// <summary>The server's time and zone, both requested.</summary>
    /// <exception cref="FlowException">A call failed.</exception>
    public Task<ServerTime> ReadAnewAsync(CancellationToken cancellationToken) =>
        ReadAsync(zone: null, cancellationToken);

    private async Task<ServerTime> ReadAsync(ServerZone? zone, CancellationToken cancellationToken)
    {
        // The zone is requested first, so that a token exists and the next call takes only one round trip.
        zone ??= await client.GetTimeZoneAsync(cancellationToken).ConfigureAwait(false);
        var (asked, started) = (client.Clock.GetLocalNow(), client.Clock.GetTimestamp());
        var time = await client.GetCurrentTimeAsync(cancellationToken).ConfigureAwait(false);
        var halfWay = TimeSpan.FromTicks(client.Clock.GetElapsedTime(started).Ticks / 2);
        return new ServerTime(time, zone, asked + halfWay, client.Connection.Name);
    }
}
