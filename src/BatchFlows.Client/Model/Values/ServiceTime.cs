using System;
using System.Globalization;

namespace BatchFlows;

/// <summary>A date or time as the service writes it: text without a zone, such as <c>2019-07-24</c> or <c>2019-08-08 20:39:00.0</c>.</summary>
public readonly struct ServiceTime : IEquatable<ServiceTime>, IComparable<ServiceTime>, IComparable
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFFF"];

    /// <summary>Keeps the service's text and reads it when it can be read.</summary>
    public ServiceTime(string? text)
    {
        Text = text;
        Value = DateTime.TryParseExact(text?.Trim(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value
            : null;
    }

    /// <summary>A date, or a date and time, of the server's zone.</summary>
    public ServiceTime(DateTime value)
        : this(value.ToString(value.TimeOfDay == TimeSpan.Zero ? Formats[0] : Formats[1], CultureInfo.InvariantCulture))
    {
    }

    /// <summary>The text as the service has it; null when it has none.</summary>
    public string? Text { get; }

    /// <summary>The same as a date and time of unspecified zone; null when the text is in no known form.</summary>
    public DateTime? Value { get; }

    /// <summary>Reads the service's text.</summary>
    public static ServiceTime Parse(string text) => new(text);

    /// <summary>The date and time of unspecified zone.</summary>
    /// <exception cref="InvalidCastException">The text is in no known form.</exception>
    public static explicit operator DateTime(ServiceTime time) =>
        time.Value ?? throw new InvalidCastException($"'{time.Text}' is no date or time of the service.");

    /// <summary>True when both are the same moment, or the same text when one cannot be read.</summary>
    public static bool operator ==(ServiceTime left, ServiceTime right) => left.Equals(right);

    /// <summary>False when both are the same moment, or the same text when one cannot be read.</summary>
    public static bool operator !=(ServiceTime left, ServiceTime right) => !left.Equals(right);

    /// <summary>True when the left one is earlier.</summary>
    public static bool operator <(ServiceTime left, ServiceTime right) => left.CompareTo(right) < 0;

    /// <summary>True when the left one is not later.</summary>
    public static bool operator <=(ServiceTime left, ServiceTime right) => left.CompareTo(right) <= 0;

    /// <summary>True when the left one is later.</summary>
    public static bool operator >(ServiceTime left, ServiceTime right) => left.CompareTo(right) > 0;

    /// <summary>True when the left one is not earlier.</summary>
    public static bool operator >=(ServiceTime left, ServiceTime right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(ServiceTime other) =>
        Value is { } mine && other.Value is { } theirs ? mine.CompareTo(theirs) : string.CompareOrdinal(Text, other.Text);

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        ServiceTime other => CompareTo(other),
        _ => throw new ArgumentException($"A {nameof(ServiceTime)} compares with another one only.", nameof(obj)),
    };

    /// <inheritdoc/>
    public bool Equals(ServiceTime other) => CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ServiceTime other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value?.GetHashCode() ?? StringComparer.Ordinal.GetHashCode(Text ?? "");

    /// <summary>The service's text.</summary>
    public override string ToString() => Text ?? "";
}
