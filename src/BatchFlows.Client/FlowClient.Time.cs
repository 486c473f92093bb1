using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Http;

namespace BatchFlows;

/// <content>The server's clock.</content>
public sealed partial class FlowClient
{
    /// <summary>What the server's clock shows (Get Current Time). Needs no user and no organisation.</summary>
    /// <exception cref="FlowServiceException">The call failed.</exception>
    public Task<DateTimeOffset> GetCurrentTimeAsync(CancellationToken cancellationToken = default) =>
        SendAsync(Get(Operations.GetCurrentTime, subject: null), data => Moment(NumberOf(data, "currentTime", "time")), cancellationToken);

    /// <summary>The zone where the server is (Get Timezone). Needs no user and no organisation.</summary>
    /// <exception cref="FlowServiceException">The call failed.</exception>
    public Task<ServerZone> GetTimeZoneAsync(CancellationToken cancellationToken = default) =>
        SendAsync(Get(Operations.GetTimezone, subject: null), data => new ServerZone(TextOf(data, "timezone")), cancellationToken);

    private static DateTimeOffset Moment(long milliseconds)
    {
        try
        {
            return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new InvalidDataException("No moment.", e);
        }
    }
}
