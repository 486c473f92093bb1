using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;

namespace BatchFlows.Sandbox;

/// <summary>Reads fields of objects; whatever else than an object has none. A repeated name means the last value.</summary>
internal static class JsonReading
{
    /// <summary>The value of a field; null when it is absent or null.</summary>
    public static JsonElement? Field(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    /// <summary>The text of a field that holds a string of Unicode; null for all others.</summary>
    public static string? Text(this JsonElement json, string name)
    {
        try
        {
            return json.Field(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The text of a field of any kind; empty when it is absent.</summary>
    public static string AnyText(this JsonElement json, string name) => json.Field(name) switch
    {
        null => "",
        { ValueKind: JsonValueKind.String } => json.Text(name) ?? "",
        { } other => other.GetRawText(),
    };

    /// <summary>A whole number, written as such, with a fraction of zero, or as text; null for all others.</summary>
    public static long? Number(this JsonElement json, string name) => json.Field(name) switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt64(out var value) => value,
        { ValueKind: JsonValueKind.Number } number when number.TryGetDecimal(out var value) && value == decimal.Truncate(value)
            && Math.Abs(value) <= long.MaxValue => (long)value,
        { ValueKind: JsonValueKind.String } when long.TryParse(
            json.Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) => value,
        _ => null,
    };

    /// <summary>A whole number of 32 bits; 0 for all others.</summary>
    public static int Int(this JsonElement json, string name) =>
        json.Number(name) is >= int.MinValue and <= int.MaxValue and { } value ? (int)value : 0;

    /// <summary>The elements of a field that holds an array; none for all others.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement json, string name) =>
        json.Field(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];
}
