using System;

namespace BatchFlows;

/// <content>Its order.</content>
public readonly partial struct ServiceTime : IEquatable<ServiceTime>, IComparable<ServiceTime>, IComparable
{
    /// <summary>
    /// True when both are the same moment, date and time where one knows no moment, or text where neither can be read.
    /// </summary>
    public static bool operator ==(ServiceTime left, ServiceTime right) => left.Equals(right);

    /// <summary>
    /// False when both are the same moment, date and time where one knows no moment, or text where neither can be read.
    /// </summary>
    public static bool operator !=(ServiceTime left, ServiceTime right) => !left.Equals(right);

    /// <summary>True when the left one is earlier.</summary>
    public static bool operator <(ServiceTime left, ServiceTime right) => left.CompareTo(right) < 0;

    /// <summary>True when the left one is not later.</summary>
    public static bool operator <=(ServiceTime left, ServiceTime right) => left.CompareTo(right) <= 0;

    /// <summary>True when the left one is later.</summary>
    public static bool operator >(ServiceTime left, ServiceTime right) => left.CompareTo(right) > 0;

    /// <summary>True when the left one is not earlier.</summary>
    public static bool operator >=(ServiceTime left, ServiceTime right) => left.CompareTo(right) >= 0;

    /// <summary>By the moment where both know theirs, otherwise by the date and time, otherwise by the text.</summary>
    public int CompareTo(ServiceTime other) =>
        Instant is { } instant && other.Instant is { } theirInstant ? instant.CompareTo(theirInstant)
        : Value is { } mine && other.Value is { } theirs
            ? mine.CompareTo(theirs)
            : string.CompareOrdinal(Text, other.Text);

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        ServiceTime other => CompareTo(other),
        _ => throw new ArgumentException($"A {nameof(ServiceTime)} compares with another one only.", nameof(obj)),
    };

    /// <inheritdoc/>
    public bool Equals(ServiceTime other) => Value.HasValue == other.Value.HasValue && CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ServiceTime other && Equals(other);

    /// <remarks>
    /// The same for all times that can be read, because equal ones may have different local times, and only some know
    /// their moment.
    /// </remarks>
    /// <inheritdoc/>
    public override int GetHashCode() => Value is null ? StringComparer.Ordinal.GetHashCode(Text ?? "") : 0;
}
