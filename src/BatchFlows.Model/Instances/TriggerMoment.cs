using System;
using System.Globalization;

namespace BatchFlows.Model.Instances;

/// <summary>
/// The moment that the ID of a run tells: <c>3377-20200706062600</c> was triggered at 06:26 UTC. Nothing promises that
/// IDs stay like this, so it serves only to find out that a time cannot be of the server's zone, and that a run may be
/// too young to be known.
/// </summary>
internal sealed class TriggerMoment
{
    private static readonly string[] Formats = ["yyyyMMddHH", "yyyyMMddHHmm", "yyyyMMddHHmmss"];

    private readonly DateTimeOffset _earliest;
    private readonly DateTimeOffset _end;

    private TriggerMoment(DateTimeOffset earliest, TimeSpan precision)
    {
        _earliest = earliest;
        _end = earliest + precision;
    }

    public static TriggerMoment? Of(string? instanceId)
    {
        var digits = instanceId?.Substring(instanceId.LastIndexOf('-') + 1);
        if (!DateTimeOffset.TryParseExact(
            digits, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
            return null;
        return new TriggerMoment(
            moment, digits!.Length == Formats[0].Length ? TimeSpan.FromHours(1) : TimeSpan.FromMinutes(1));
    }

    public bool IsOther(DateTimeOffset instant) => instant < _earliest || instant >= _end;

    public bool IsAfter(DateTimeOffset instant) => instant < _earliest;

    public bool IsBefore(DateTimeOffset instant) => _end <= instant;
}
