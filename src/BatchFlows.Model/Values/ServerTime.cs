using System;
using System.Globalization;

namespace BatchFlows;

/// <summary>The time of the server's clock at a moment of this machine's clock.</summary>
public sealed class ServerTime
{
    internal ServerTime(DateTimeOffset time, ServerZone zone, DateTimeOffset localTime, string connectionName)
    {
        Time = time.ToOffset(zone.Offset ?? TimeSpan.Zero);
        Zone = zone;
        LocalTime = localTime;
        ConnectionName = connectionName;
    }

    /// <summary>The server's time, in its zone; in UTC when its zone is not known.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>The zone of the server, in which the service writes times without a zone.</summary>
    public ServerZone Zone { get; }

    /// <summary>This machine's time at the same moment: half way between the request and its answer.</summary>
    public DateTimeOffset LocalTime { get; }

    /// <summary>How far the server's clock is ahead of this machine's; negative when it is behind.</summary>
    public TimeSpan ClockDifference => Time - LocalTime;

    /// <summary>Name of the connection it came through.</summary>
    public string ConnectionName { get; }

    /// <summary>The server's time, such as <c>2026-01-02 11:04:05 +08:00</c>.</summary>
    public override string ToString() => Time.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
}
