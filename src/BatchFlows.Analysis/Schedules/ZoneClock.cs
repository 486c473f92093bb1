using System;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Analysis.Schedules;

/// <summary>
/// The clock of a zone, with Java's reading of it: a time that the clock skips does not exist, and one that it repeats
/// is the second.
/// </summary>
internal static class ZoneClock
{
    /// <summary>The moment of a time of the clock; null when the clock skips it.</summary>
    public static FireTime? At(DateTime time, TimeZoneInfo zone)
    {
        var local = DateTime.SpecifyKind(time, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(local)) return null;
        return zone.IsAmbiguousTime(local)
            ? new FireTime(new DateTimeOffset(local, zone.GetAmbiguousTimeOffsets(local).Min()), IsDoubtful: true)
            : new FireTime(new DateTimeOffset(local, zone.GetUtcOffset(local)), IsDoubtful: false);
    }

    /// <summary>The zone of a server, which tells no more than its offset.</summary>
    public static TimeZoneInfo OfOffset(TimeSpan offset) =>
        TimeZoneInfo.CreateCustomTimeZone("server", offset, displayName: null, standardDisplayName: null);

    /// <summary>The first moment of the clock at or after a time of it.</summary>
    public static DateTimeOffset FirstOf(DateTime time, TimeZoneInfo zone)
    {
        var local = DateTime.SpecifyKind(time, DateTimeKind.Unspecified);
        if (zone.IsAmbiguousTime(local)) return new(local, zone.GetAmbiguousTimeOffsets(local).Max());
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(1);
        return new(local, zone.GetUtcOffset(local));
    }

    /// <summary>
    /// The time of the clock at a moment; while the clock runs through a time for the first or the second time, the
    /// beginning of all that it repeats, because earlier times of the clock are still to come.
    /// </summary>
    public static DateTime BeforeRepetition(DateTimeOffset moment, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(moment, zone).DateTime;
        if (!zone.IsAmbiguousTime(local)) return local;
        var offsets = zone.GetAmbiguousTimeOffsets(local);
        return local - (offsets.Max() - offsets.Min());
    }

    /// <summary>What the clock skips within a year: the first time that does not exist, and the next one.</summary>
    public static IEnumerable<(DateTime Start, DateTime End)> GapsAfter(DateTime start, TimeZoneInfo zone)
    {
        for (var day = start.Date; day < start.Date.AddYears(1); day = day.AddDays(1))
        {
            if (zone.GetUtcOffset(day) >= zone.GetUtcOffset(day.AddDays(1))) continue;
            var skipped = Enumerable.Range(0, 24 * 60).Select(i => day.AddMinutes(i)).Where(zone.IsInvalidTime)
                .ToArray();
            if (skipped.Length > 0) yield return (skipped[0], skipped[skipped.Length - 1].AddMinutes(1));
        }
    }
}
