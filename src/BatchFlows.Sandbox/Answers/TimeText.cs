using System;
using System.Globalization;

namespace BatchFlows.Sandbox;

/// <summary>The service's forms of a moment as text, in the server's zone.</summary>
internal readonly record struct TimeText(TimeSpan UtcOffset)
{
    private const string SecondsForm = "yyyy-MM-dd HH:mm:ss";

    /// <summary>Such as <c>GMT+8</c>, or <c>GMT+5:30</c>.</summary>
    public string Zone => (UtcOffset < TimeSpan.Zero ? "GMT-" : "GMT+")
        + UtcOffset.Duration().ToString(UtcOffset.Minutes == 0 ? "%h" : @"h\:mm", CultureInfo.InvariantCulture);

    public string? Seconds(DateTimeOffset? moment) =>
        moment?.ToOffset(UtcOffset).ToString(SecondsForm, CultureInfo.InvariantCulture);

    public string Fraction(DateTimeOffset moment) => Seconds(moment) + ".0";

    /// <summary>
    /// Java's form, such as <c>Tue Feb 02 17:35:00 CST 2021</c>, with its ambiguous name of the zone.
    /// </summary>
    public string Java(DateTimeOffset moment)
    {
        var zone = UtcOffset == TimeSpan.Zero ? "UTC" : UtcOffset == TimeSpan.FromHours(8) ? "CST" : Zone;
        return moment.ToOffset(UtcOffset).ToString($"ddd MMM dd HH:mm:ss '{zone}' yyyy", CultureInfo.InvariantCulture);
    }
}
