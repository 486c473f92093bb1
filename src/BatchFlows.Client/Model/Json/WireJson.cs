using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace BatchFlows;

/// <summary>
/// Reads and writes single JSON values the way this service needs it: numbers may come as text or as integral floats, flags as
/// text or 0 and 1, texts as numbers. A value of no use for the asked type is null, never an error: its JSON is kept anyway.
/// </summary>
internal static class WireJson
{
    private static readonly ScalarContext Readable = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static JsonWriterOptions WriterOptions(bool indented) =>
        new() { Indented = indented, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonElement ToElement(string? value) => JsonSerializer.SerializeToElement(value!, Readable.String);

    public static JsonElement ToElement(long? value) => JsonSerializer.SerializeToElement(value, ScalarContext.Default.NullableInt64);

    public static JsonElement ToElement(double? value)
    {
        // The shortest text that reads as the same number; .NET Framework's serializer writes 0.1 with 17 digits.
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(value?.ToString("R", CultureInfo.InvariantCulture) ?? "null"));
        return JsonElement.ParseValue(ref reader);
    }

    public static JsonElement ToElement(bool? value) => JsonSerializer.SerializeToElement(value, ScalarContext.Default.NullableBoolean);

    public static JsonElement ToElement(JsonObject value) => JsonBody.Parse(ToBytes(value)).Root;

    public static JsonNode? ToNode(JsonRecord record) => JsonNode.Parse(record.ToJson());

    public static JsonNode? ToNode(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        JsonValueKind.Object => JsonObject.Create(element),
        JsonValueKind.Array => JsonArray.Create(element),
        _ => JsonValue.Create(element),
    };

    public static byte[] ToBytes(JsonNode node)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions(indented: false))) node.WriteTo(writer);
        return buffer.ToArray();
    }

    /// <summary>
    /// A field of an object; undefined when there is none, or when the element is no object. Its name may differ in case and underscores:
    /// some editions of the service write <c>task_name</c> for <c>taskName</c>.
    /// </summary>
    public static JsonElement Field(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : element.FieldNamed(name)?.Value ?? default;

    /// <summary>The same with its name as it is spelled.</summary>
    public static JsonProperty? FieldNamed(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object) return null;
        JsonProperty? found = null;
        foreach (var property in element.EnumerateObject())
        {
            if (property.NameEquals(name)) return property;
            if (found is null && FieldName.IsSame(property.Name, name)) found = property;
        }

        return found;
    }

    /// <summary>The objects of a list, or the one object that stands in its place.</summary>
    public static IEnumerable<JsonElement> AsItems(this JsonElement element)
    {
        element = element.AsNested();
        return element.ValueKind switch
        {
            JsonValueKind.Array => element.EnumerateArray().Select(AsNested).Where(item => item.ValueKind == JsonValueKind.Object),
            JsonValueKind.Object => [element],
            _ => [],
        };
    }

    public static string? AsText(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        JsonValueKind.String => AsString(element) ?? element.GetRawText(),
        _ => element.GetRawText(),
    };

    public static long? AsInteger(this JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out var integer)) return integer;
        // A float is an integer to this service when nothing stands behind the point: 3381.0
        return element.AsDecimal() is { } value && value == decimal.Truncate(value) && Math.Abs(value) <= long.MaxValue ? (long)value : null;
    }

    public static double? AsReal(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number when element.TryGetDouble(out var value) && IsFinite(value) => value,
        JsonValueKind.String when double.TryParse(
            AsString(element), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && IsFinite(value) => value,
        _ => null,
    };

    public static bool? AsFlag(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String when bool.TryParse(AsString(element), out var value) => value,
        _ => element.AsInteger() switch { 0 => false, 1 => true, _ => null },
    };

    public static T? AsEnum<T>(this JsonElement element)
        where T : struct, Enum => element.AsInteger() is { } value and >= int.MinValue and <= int.MaxValue ? (T)(object)(int)value : null;

    /// <summary>JSON that may stand here itself or as text inside a string, also twice; undefined when there is none that can be read.</summary>
    public static JsonElement AsNested(this JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String) return element;
        var text = AsString(element);
        if (string.IsNullOrWhiteSpace(text)) return default;
        try
        {
            var bytes = Encoding.UTF8.GetBytes(text!);
            var reader = new Utf8JsonReader(bytes);
            var nested = JsonElement.ParseValue(ref reader); // in buffers of its own size: a document would hold pooled ones
            return reader.Read() || !JsonBody.IsUnicode(bytes, nested) ? default : nested.AsNested();
        }
        catch (JsonException)
        {
            return default; // the service does not promise it can be read; the text itself is kept
        }
    }

    public static void CopyTo(this JsonElement element, Utf8JsonWriter writer)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Undefined:
                writer.WriteNullValue();
                break;
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in element.EnumerateObject())
                {
                    writer.WritePropertyName(property.Name);
                    property.Value.CopyTo(writer);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    // The writer does not indent raw values in an array.
                    if (item.ValueKind == JsonValueKind.String && AsString(item) is { } text) writer.WriteStringValue(text);
                    else item.CopyTo(writer);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteRawValue(element.GetRawText(), skipInputValidation: true); // escapes stay as the service wrote them
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    private static bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);

    private static decimal? AsDecimal(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number when element.TryGetDecimal(out var value) => value,
        JsonValueKind.String when decimal.TryParse(
            AsString(element), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) => value,
        _ => null,
    };

    /// <summary>Null for a text with half a surrogate pair, which JSON can spell but .NET does not turn into a string.</summary>
    private static string? AsString(JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}

[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(long?))]
[JsonSerializable(typeof(bool?))]
internal sealed partial class ScalarContext : JsonSerializerContext;
