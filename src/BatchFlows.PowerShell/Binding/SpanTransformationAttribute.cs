using System;
using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;

namespace BatchFlows.Binding;

/// <summary>
/// Reads spans of time: objects as they are, numbers as seconds, and texts such as 01:30:00 or 90s in every culture.
/// The engine would read numbers as ticks, and the text 7 as days.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SpanTransformationAttribute : ArgumentTransformationAttribute
{
    private static readonly Regex Counted = new(
        @"^\s*([+-]?[0-9]+(?:\.[0-9]+)?)\s*([smhd]?)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    // Durations of runs are shown as minutes and seconds, and the engine reads such text as hours and minutes.
    private static readonly Regex TwoNumbers = new(
        @"^\s*[+-]?([0-9]+):([0-9]+)\s*$", RegexOptions.CultureInvariant);

    /// <summary>True for the difference of a time zone, where 08:00 has one meaning.</summary>
    public bool IsOffset { get; set; }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var given = FlowIds.Unwrap(inputData);
        if (given is null or TimeSpan) return given;
        // The engine reads 7d as a decimal number, but keeps the typed text.
        var text = LanguagePrimitives.ConvertTo<string>(inputData);
        if (!IsOffset && TwoNumbers.Match(text) is { Success: true } parts)
        {
            var (first, second) = (parts.Groups[1].Value, parts.Groups[2].Value);
            throw new ArgumentTransformationMetadataException(
                $"'{text}' can be hours and minutes, or minutes and seconds. Specify {first}:{second}:00 for hours and "
                    + $"minutes, or 0:{first}:{second} for minutes and seconds.");
        }

        return Parse(text) ?? throw new ArgumentTransformationMetadataException(
            $"'{text}' is not a duration. Specify seconds, such as 90, or text such as 90s, 5m, 1h, 7d or 01:30:00.");
    }

    private static TimeSpan? Parse(string text)
    {
        var parts = Counted.Match(text);
        if (!parts.Success)
            return TimeSpan.TryParse(text.TrimStart('+'), CultureInfo.InvariantCulture, out var span) ? span : null;
        var seconds = double.Parse(parts.Groups[1].Value, CultureInfo.InvariantCulture)
            * parts.Groups[2].Value.ToUpperInvariant() switch { "D" => 86400, "H" => 3600, "M" => 60, _ => 1 };
        return Math.Abs(seconds) < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(seconds) : null;
    }
}
