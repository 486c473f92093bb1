using System;
using System.Globalization;

namespace BatchFlows;

/// <summary>
/// A date or time as the service writes it: text without a zone, such as <c>2019-07-24</c> or <c>2019-08-08
/// 20:39:00.0</c>.
/// </summary>
public readonly partial struct ServiceTime : IFormattable
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFFF"];
    private static readonly string[] MomentFormats =
        ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    private readonly bool _isContradicted;

    /// <summary>Keeps the service's text and reads it when it can be read.</summary>
    public ServiceTime(string? text)
        : this(text, ServerZone.Unknown)
    {
    }

    /// <summary>A date, or a date and time: of the server's zone, or a moment when the value knows its own.</summary>
    public ServiceTime(DateTime value)
        : this(value.ToString(value.TimeOfDay == TimeSpan.Zero ? Formats[0] : Formats[1], CultureInfo.InvariantCulture))
    {
        if (value.Kind != DateTimeKind.Unspecified) Instant = new DateTimeOffset(value);
    }

    /// <summary>A moment.</summary>
    public ServiceTime(DateTimeOffset instant)
        : this(instant.DateTime) => Instant = instant;

    /// <param name="isContradicted">True when other facts say that the text cannot be of the server's zone.</param>
    internal ServiceTime(string? text, ServerZone zone, Func<DateTimeOffset, bool>? isContradicted = null)
    {
        Text = text;
        var trimmed = text?.Trim();
        if (DateTime.TryParseExact(trimmed, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value))
        {
            Value = value;
            Instant = zone.Offset is { } offset ? InZone(value, offset) : null;
            _isContradicted = Instant is { } instant && isContradicted?.Invoke(instant) == true;
        }
        else if (
            DateTimeOffset.TryParseExact(
                trimmed, MomentFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
        {
            (Value, Instant) = (moment.DateTime, moment);
        }
    }

    private ServiceTime(string text, DateTime value, DateTimeOffset? instant) =>
        (Text, Value, Instant) = (text, value, instant);

    /// <summary>The text as the service has it; null when it has none.</summary>
    public string? Text { get; }

    /// <summary>The same as a date and time of unspecified zone; null when the text is in no known form.</summary>
    public DateTime? Value { get; }

    /// <summary>
    /// The absolute time, in the zone that the text names or else in the server's; null when the text or the zone is
    /// not known.
    /// </summary>
    public DateTimeOffset? Instant { get; }

    /// <summary>
    /// True when the text does not determine the moment: it has no known form, its zone is not known, or other values
    /// of the same object contradict the server's zone. The service writes times without a zone, and sometimes those of
    /// one object in different zones.
    /// </summary>
    public bool IsAmbiguous => _isContradicted || (Instant is null && !string.IsNullOrWhiteSpace(Text));

    /// <summary>Null without text, because an empty time is no time.</summary>
    internal ServiceTime? OrNull => string.IsNullOrWhiteSpace(Text) ? null : this;

    private bool IsDay => Text?.Trim().Length == Formats[0].Length;

    /// <summary>Reads the service's text.</summary>
    public static ServiceTime Parse(string text) => new(text);

    /// <summary>
    /// The moment in the zone of this machine, so that it can be compared with others and subtracted; the date and time
    /// of unspecified zone for a day, and where the moment is not known.
    /// </summary>
    /// <exception cref="InvalidCastException">The text is in no known form.</exception>
    public static explicit operator DateTime(ServiceTime time) =>
        (time.IsDay ? null : time.Instant?.LocalDateTime) ?? time.Value
        ?? throw new InvalidCastException($"'{time.Text}' is not a date or time of the service.");

    /// <summary>The moment.</summary>
    /// <exception cref="InvalidCastException">
    /// The text is in no known form, or the server's zone is not known.
    /// </exception>
    public static explicit operator DateTimeOffset(ServiceTime time) =>
        time.Instant ?? throw new InvalidCastException($"Which moment '{time.Text}' is, is not known.");

    /// <summary>The service's text.</summary>
    public override string ToString() => Text ?? "";

    /// <summary>The date and time in a format, the same in every culture. A text in no known form stays.</summary>
    public string ToString(string? format) => ToString(format, formatProvider: null);

    /// <summary>
    /// The service's text; with a format, the date and time in that format, the same in every culture. A text in no
    /// known form stays.
    /// </summary>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        if (string.IsNullOrEmpty(format)) return ToString();
        return Instant?.ToString(format, CultureInfo.InvariantCulture)
            ?? Value?.ToString(format, CultureInfo.InvariantCulture)
            ?? ToString();
    }

    /// <summary>
    /// Reads Java's form of a date, such as <c>Tue Feb 02 17:35:00 CST 2021</c>. Of its zones only GMT and UTC mean one
    /// thing.
    /// </summary>
    internal static ServiceTime FromJava(string? text)
    {
        var parts = text?.Split([' '], StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (parts.Length != 6) return new ServiceTime(text);
        var withoutZone = string.Join(" ", parts[1], parts[2], parts[3], parts[5]);
        if (!DateTime.TryParseExact(
            withoutZone, "MMM d HH:mm:ss yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value))
            return new ServiceTime(text);
        return new ServiceTime(text!, value, parts[4] is "GMT" or "UTC" ? InZone(value, TimeSpan.Zero) : null);
    }

    /// <summary>Null for the first and last hours of the calendar, which some zones put outside it.</summary>
    private static DateTimeOffset? InZone(DateTime value, TimeSpan offset) =>
        (value - DateTime.MinValue) < offset || (DateTime.MaxValue - value) < -offset
            ? null
            : new DateTimeOffset(value, offset);
}
