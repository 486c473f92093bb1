using System;

namespace BatchFlows.Binding;

/// <summary>Finds a time zone by what a user typed: the name of the system, or an offset such as GMT+8.</summary>
internal static class ZoneName
{
    /// <returns>Null for an unknown zone.</returns>
    public static TimeZoneInfo? Find(string name)
    {
        if (new ServerZone(name).Offset is { } offset) return OfOffset(offset);
        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(name);
        }
        catch (Exception e) when (e is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            return null;
        }
    }

    /// <summary>The zone of a server, which tells no more than its offset.</summary>
    public static TimeZoneInfo OfOffset(TimeSpan offset) =>
        TimeZoneInfo.CreateCustomTimeZone("server", offset, null, null);

    public static string Problem(string name) =>
        $"Time zone '{name}' is unknown on this machine. Specify one such as Europe/Berlin.";
}
