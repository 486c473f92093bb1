using System;
using System.IO;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client.Messages;
using BatchFlows.Model;
using BatchFlows.Model.Json;

namespace BatchFlows.Client;

/// <content>The server's clock.</content>
internal sealed partial class FlowClient
{
    /// <summary>What the server's clock shows (Get Current Time). Needs no user and no organisation.</summary>
    /// <exception cref="FlowServiceException">The call failed.</exception>
    public Task<DateTimeOffset> GetCurrentTimeAsync(CancellationToken cancellationToken = default) =>
        SendAsync(Get(Operations.GetCurrentTime, subject: null), Moment,
            cancellationToken);

    /// <summary>The zone where the server is (Get Timezone). Needs no user and no organisation.</summary>
    /// <exception cref="FlowServiceException">The call failed.</exception>
    public async Task<ServerZone> GetTimeZoneAsync(CancellationToken cancellationToken = default)
    {
        var request = Get(Operations.GetTimezone, subject: null);
        var zone = await SendAsync(request, data => new ServerZone(TextOf(data, "timezone")), cancellationToken)
            .ConfigureAwait(false);
        connection.Zone.Set(zone);
        return zone;
    }

    /// <summary>
    /// How far the gateway's clock is ahead of this machine's, by a signed call; null when the gateway does not report
    /// its time.
    /// </summary>
    /// <exception cref="FlowServiceException">The call failed.</exception>
    internal async Task<TimeSpan?> CompareClocksAsync(CancellationToken cancellationToken)
    {
        using var request = Get(Operations.GetCurrentTime, subject: null);
        using var response = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        return response.Date - Clock.GetUtcNow();
    }

    private static DateTimeOffset Moment(JsonElement data)
    {
        var milliseconds = data.AsInteger() ?? throw new InvalidDataException("No number.");
        try
        {
            return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new InvalidDataException("No moment.", e);
        }
    }

    /// <summary>Where objects without times come from.</summary>
    internal Origin Here() => new(connection.Name, ServerZone.Unknown);

    /// <summary>Where objects with times come from. Their times are in the server's zone.</summary>
    internal async Task<Origin> HereAsync(CancellationToken cancellationToken) =>
        new(
            connection.Name,
            await connection.Zone.GetAsync(GetTimeZoneAsync, cancellationToken).ConfigureAwait(false),
            Clock.GetUtcNow());
}
