using System;
using System.Globalization;

namespace BatchFlows.Model.Instances;

/// <summary>
/// The moment in the ID of a run: <c>3377-20200706062600</c> was triggered at 06:26 UTC. The form of IDs is not
/// guaranteed, so this is only used to detect times that cannot be in the server's zone, and runs that may be too new
/// to be known.
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
