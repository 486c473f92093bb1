using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BatchFlows.Model.Json;

/// <summary>JSON as plain values and back: texts, numbers, flags, lists and tables.</summary>
internal static class PlainValue
{
    public static object? Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => Table(element),
        JsonValueKind.Array => element.EnumerateArray().Select(Of).ToArray(),
        JsonValueKind.True or JsonValueKind.False => element.GetBoolean(),
        JsonValueKind.Number =>
            element.TryGetInt64(out var integer) ? integer
            : IsInteger(element.GetRawText())
                ? BigInteger.Parse(element.GetRawText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
                : element.AsReal() ?? (object)element.GetRawText(),
        _ => element.AsText(),
    };

    /// <exception cref="ArgumentException">
    /// It is neither a table nor the text of a JSON object, or contains an invalid number or character.
    /// </exception>
    public static byte[] ToBody(object value)
    {
        try
        {
            var body = (value is string text ? JsonNode.Parse(text) : ToNode(value)) as JsonObject
                ?? throw new ArgumentException("The body of a call is a table or a JSON object, and this is neither.");
            return WireJson.ToBytes(body);
        }
        // InvalidOperationException: an escape names half a character.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new ArgumentException($"The body is not JSON: {e.Message}", e);
        }
    }

    /// <exception cref="ArgumentException">It is a list, a table, or not a finite number.</exception>
    public static string ToText(object value) => ToNode(value) is JsonValue single
        ? single.TryGetValue<string>(out var text) ? text : single.ToJsonString()
        : throw new ArgumentException("A parameter of the query is a single value, and this is a list or a table.");

    private static JsonNode? ToNode(object? value, object? key = null) => value switch
    {
        null => null,
        JsonRecord record => JsonNode.Parse(record.ToJson()),
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        double.NaN or double.PositiveInfinity or double.NegativeInfinity or float.NaN or float.PositiveInfinity
            or float.NegativeInfinity =>
            throw new ArgumentException(
                "JSON has no such number as "
                    + $"{((IFormattable)value).ToString(format: null, CultureInfo.InvariantCulture)}."),
        double or float or decimal =>
            JsonNode.Parse(((IFormattable)value).ToString(value is decimal ? null : "R", CultureInfo.InvariantCulture)),
        DateTimeOffset time => JsonValue.Create(time.ToUnixTimeMilliseconds()),
        DateTime time => JsonValue.Create(new DateTimeOffset(time).ToUnixTimeMilliseconds()),
        Enum number => JsonValue.Create(Convert.ToInt64(number, CultureInfo.InvariantCulture)),
        sbyte or byte or short or ushort or int or uint or long =>
            JsonValue.Create(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        ulong or BigInteger => JsonNode.Parse(PlainText.Of(value)!),
        IDictionary table => Table(table),
        IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(item => ToNode(item, key))]),
        _ => JsonValue.Create(PlainText.Of(value)
            ?? throw new ArgumentException(
                $"The value {(key is null ? "" : $"of '{key}' ")}is of type {value.GetType().Name}. Specify texts, "
                    + "numbers, flags, lists and tables.")),
    };

    /// <summary>Reading very long numbers takes time that grows with the square of their length.</summary>
    private static bool IsInteger(string number) =>
        number.Length < 1000 && number.All(character => character is '-' or (>= '0' and <= '9'));

    private static JsonObject Table(IDictionary table)
    {
        var result = new JsonObject();
        foreach (DictionaryEntry entry in table)
            result[PlainText.Of(entry.Key) ?? $"{entry.Key}"] = ToNode(entry.Value, entry.Key);
        return result;
    }

    private static Dictionary<string, object?> Table(JsonElement element)
    {
        var result = new Dictionary<string, object?>();
        foreach (var field in element.EnumerateObject()) result[field.Name] = Of(field.Value);
        return result;
    }
}
