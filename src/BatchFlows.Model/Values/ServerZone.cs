using System;
using System.Globalization;
using System.Text.RegularExpressions;

namespace BatchFlows;

/// <summary>The time zone of the server in its own form: <c>GMT+8</c>.</summary>
public sealed class ServerZone
{
    private static readonly Regex Form = new(
        @"^(?:GMT|UTC|Z)?\s*(?:(?<sign>[+-])\s*(?<hours>[0-9]{1,2})(?::?(?<minutes>[0-9]{2}))?)?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>Reads the server's text.</summary>
    public ServerZone(string? text)
    {
        Text = text;
        Offset = ReadOffset(text);
    }

    /// <summary>The text as the service has it; null when it has none, or could not be asked.</summary>
    public string? Text { get; }

    /// <summary>How far the zone's clocks are ahead of UTC; null when the text is in no known form.</summary>
    public TimeSpan? Offset { get; }

    internal static ServerZone Unknown { get; } = new(null);

    /// <summary>The service's text.</summary>
    public override string ToString() => Text ?? "";

    private static TimeSpan? ReadOffset(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || Form.Match(text!.Trim()) is not { Success: true } match) return null;
        if (!match.Groups["sign"].Success) return TimeSpan.Zero;
        var minutes = match.Groups["minutes"].Success ? Number("minutes") : 0;
        var offset = new TimeSpan(Number("hours"), minutes, 0);
        if (offset > TimeSpan.FromHours(14)) return null;
        return match.Groups["sign"].Value == "-" ? -offset : offset;

        int Number(string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
    }
}
