using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;

namespace BatchFlows.Sandbox;

/// <summary>
/// Reads fields of objects; whatever else than an object has none. A repeated name means the last value.
/// </summary>
internal static class JsonReading
{
    /// <summary>
    /// The value that a text holds; one of no kind when the text is no JSON or holds a string that is no Unicode.
    /// </summary>
    public static JsonElement Parse(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return IsUnicode(document.RootElement) ? document.RootElement.Clone() : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <inheritdoc cref="Parse(ReadOnlyMemory{byte})"/>
    public static JsonElement Parse(string text) => Parse(Encoding.UTF8.GetBytes(text));

    /// <summary>The value of a field; null when it is absent or null.</summary>
    public static JsonElement? Field(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object
            && json.TryGetProperty(name, out var value)
            && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    /// <summary>The text of a field that holds a string; null for all others.</summary>
    public static string? Text(this JsonElement json, string name) =>
        json.Field(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>The text of a field of any kind; empty when it is absent.</summary>
    public static string AnyText(this JsonElement json, string name) => json.Field(name) switch
    {
        null => "",
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { } other => other.GetRawText(),
    };

    /// <summary>A whole number, written as such, with a fraction of zero, or as text; null for all others.</summary>
    public static long? Number(this JsonElement json, string name) => json.Field(name) switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt64(out var value) => value,
        { ValueKind: JsonValueKind.Number } number
            when number.TryGetDecimal(out var value)
            && value == decimal.Truncate(value)
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

    /// <summary>
    /// False when an escape names half a character, which the reader notices only when somebody asks for the text.
    /// </summary>
    private static bool IsUnicode(JsonElement json)
    {
        try
        {
            return json.ValueKind switch
            {
                JsonValueKind.String => json.GetString() is not null,
                JsonValueKind.Array => json.EnumerateArray().All(IsUnicode),
                JsonValueKind.Object =>
                    json.EnumerateObject().All(field => field.Name is not null && IsUnicode(field.Value)),
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
