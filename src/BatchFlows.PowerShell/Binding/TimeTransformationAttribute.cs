using System;
using System.Globalization;
using System.Management.Automation;
using BatchFlows.Model.Json;

namespace BatchFlows.Binding;

/// <summary>
/// Reads moments and days: objects as they are, and texts in ISO form. The engine would read texts in the culture and
/// the calendar of the runspace, and numbers as ticks.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TimeTransformationAttribute : ArgumentTransformationAttribute
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-ddK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mmK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK",
    ];

    /// <summary>True for a day, which no offset shifts; false for a moment.</summary>
    public bool IsDay { get; set; }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var given = FlowIds.Unwrap(inputData);
        if (given is null) return null;
        var clock = ClockOf(given) ?? throw Refusal(
            given, $"is not a {(IsDay ? "date" : "time")}. Specify a date object, or ISO text such as "
                + (IsDay ? "2026-03-01." : "2026-03-01, 2026-03-01T08:30 or 2026-03-01T08:30+08:00."));
        // Zones and windows would exceed the limits of the calendar.
        if (clock.Year is 1 or 9999)
            throw Refusal(given, "is too near to an end of the calendar. Specify a year from 2 to 9998.");
        return IsDay ? DateTime.SpecifyKind(clock.Date, DateTimeKind.Unspecified) : (object)MomentOf(given);
    }

    /// <summary>Local date and time of the value, without its offset; null when it is not a time.</summary>
    private static DateTime? ClockOf(object given) => given switch
    {
        DateTime time => time,
        DateTimeOffset moment => moment.DateTime,
        ServiceTime time => time.Value,
        _ => Parse(given, DateTimeStyles.AssumeUniversal)?.DateTime,
    };

    private static DateTimeOffset MomentOf(object given) => given switch
    {
        DateTime time => new DateTimeOffset(time),
        DateTimeOffset moment => moment,
        ServiceTime time => time.Instant ?? throw Refusal(given, "is a time of an unknown zone, so no moment."),
        _ => Parse(given, DateTimeStyles.AssumeLocal)!.Value,
    };

    private static DateTimeOffset? Parse(object given, DateTimeStyles zone) => DateTimeOffset.TryParseExact(
        given as string ?? TextOfDate(given), Formats, CultureInfo.InvariantCulture,
        zone | DateTimeStyles.AllowWhiteSpaces, out var moment) ? moment : null;

    /// <summary>DateOnly, which the module cannot name on every edition.</summary>
    private static string? TextOfDate(object given) =>
        given.GetType().FullName == "System.DateOnly" ? PlainText.Of(given) : null;

    private static ArgumentTransformationMetadataException Refusal(object given, string why) =>
        new($"'{PlainText.Of(given) ?? given}' {why}");
}
