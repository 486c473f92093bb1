using System;
using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;
using BatchFlows.Model.Json;

namespace BatchFlows.Binding;

/// <summary>
/// Reads spans of time: objects as they are, numbers as seconds, and texts such as 01:30:00 or 90s in every culture. The
/// engine would read numbers as ticks, and the text 7 as days.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SpanTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var given = FlowIds.Unwrap(inputData);
        if (given is null or TimeSpan) return given;
        var text = PlainText.Of(given)?.Trim();
        return Parse(text) ?? throw new ArgumentTransformationMetadataException(
            $"'{text ?? given}' is no span of time. Specify seconds, such as 90, or text such as 90s, 5m, 1h, 7d, 01:30:00 "
                + "or 1.00:00.");
    }

    private static TimeSpan? Parse(string? text)
    {
        if (text is null) return null;
        var parts = Regex.Match(text, "^(-?[0-9]+(?:\\.[0-9]+)?) ?([smhd]?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        if (!parts.Success) return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) ? span : null;
        var seconds = double.Parse(parts.Groups[1].Value, CultureInfo.InvariantCulture) * parts.Groups[2].Value switch
        {
            "d" or "D" => 86400,
            "h" or "H" => 3600,
            "m" or "M" => 60,
            _ => 1,
        };
        return Math.Abs(seconds) < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(seconds) : null;
    }
}
