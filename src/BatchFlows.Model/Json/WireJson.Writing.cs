using System;
using System.Globalization;
using System.IO;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace BatchFlows.Model.Json;

/// <content>
/// Writes single JSON values: those of the service in their original form, new ones in the shortest form.
/// </content>
internal static partial class WireJson
{
    private static readonly ScalarContext Readable = new(
        new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static JsonWriterOptions WriterOptions(bool indented) =>
        new() { Indented = indented, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonElement ToElement(string? value) => JsonSerializer.SerializeToElement(value!, Readable.String);

    public static JsonElement ToElement(long? value) =>
        JsonSerializer.SerializeToElement(value, ScalarContext.Default.NullableInt64);

    public static JsonElement ToElement(double? value)
    {
        // The shortest text that reads as the same number; .NET Framework's serializer writes 0.1 with 17 digits.
        var reader = new Utf8JsonReader(
            Encoding.UTF8.GetBytes(value?.ToString("R", CultureInfo.InvariantCulture) ?? "null"));
        return JsonElement.ParseValue(ref reader);
    }

    public static JsonElement ToElement(bool? value) =>
        JsonSerializer.SerializeToElement(value, ScalarContext.Default.NullableBoolean);

    public static JsonElement ToElement(JsonObject value) => JsonBody.Parse(ToBytes(value)).Root;

    public static JsonNode? ToNode(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        JsonValueKind.Object => JsonObject.Create(element),
        JsonValueKind.Array => JsonArray.Create(element),
        _ => JsonValue.Create(element),
    };

    public static byte[] ToBytes(JsonNode node) => ToBytes(writer => node.WriteTo(writer));

    /// <summary>An object whose fields a function writes.</summary>
    /// <param name="isAscii">
    /// True for short texts of keys: they need none of the encoder that other texts need, which takes the first command
    /// of a process some milliseconds.
    /// </param>
    public static byte[] ToObjectBytes(Action<Utf8JsonWriter> writeFields, bool isAscii = false) => ToBytes(
        writer =>
        {
            writer.WriteStartObject();
            writeFields(writer);
            writer.WriteEndObject();
        },
        isAscii ? default : WriterOptions(indented: false));

    public static byte[] ToBytes(Action<Utf8JsonWriter> write) => ToBytes(write, WriterOptions(indented: false));

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
                    if (item.ValueKind == JsonValueKind.String && AsString(item) is { } text)
                        writer.WriteStringValue(text);
                    else item.CopyTo(writer);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                // Escapes stay as the service wrote them.
                writer.WriteRawValue(element.GetRawText(), skipInputValidation: true);
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    private static byte[] ToBytes(Action<Utf8JsonWriter> write, JsonWriterOptions options)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, options)) write(writer);
        return buffer.ToArray();
    }
}

[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(long?))]
[JsonSerializable(typeof(bool?))]
internal sealed partial class ScalarContext : JsonSerializerContext;
