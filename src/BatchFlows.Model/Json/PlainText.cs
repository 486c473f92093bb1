using System;
using System.Globalization;

namespace BatchFlows.Model.Json;

/// <summary>Single values as texts, which are the same in every culture and calendar.</summary>
internal static class PlainText
{
    /// <summary>An object of the shell with properties of its own, which formats them all as one text.</summary>
    private const string ShellObject = "System.Management.Automation.PSObject";

    private const string Moment = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";

    /// <summary>
    /// The text of a value, empty for null; null for anything that is not a single value: a list, a table, a secret.
    /// </summary>
    public static string? Of(object? value) => value switch
    {
        null => "",
        string text => text,
        bool or char or Uri or Version or TaskType or ServerZone => value.ToString(),
        DateTime { TimeOfDay.Ticks: 0 } day => Format(day, "yyyy-MM-dd"),
        DateTime or DateTimeOffset => Format(value, Moment),
        double or float => Format(value, "R"),
        // DateOnly and TimeOnly, which cannot be named on every edition.
        IFormattable when value.GetType().FullName is "System.DateOnly" or "System.TimeOnly" => Format(value, "O"),
        IFormattable when value.GetType().FullName != ShellObject => Format(value, format: null),
        _ => null,
    };

    /// <summary>A date and time in ISO form, with the zone where it is known.</summary>
    public static string OfMoment(DateTime time) => Format(time, Moment);

    private static string Format(object value, string? format) =>
        ((IFormattable)value).ToString(format, CultureInfo.InvariantCulture);
}
