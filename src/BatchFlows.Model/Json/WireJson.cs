using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;

namespace BatchFlows.Model.Json;

/// <summary>
/// Reads single JSON values the way this service needs it: numbers may come as text or as integral floats, flags as
/// text or 0 and 1, texts as numbers. A value that does not fit the requested type is null, never an error, because its
/// JSON is kept anyway.
/// </summary>
internal static partial class WireJson
{
    /// <summary>
    /// A field of an object; undefined when there is none, or when the element is no object. Its name may differ in
    /// case and underscores: some editions of the service write <c>task_name</c> for <c>taskName</c>.
    /// </summary>
    public static JsonElement Field(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
            ? value
            : element.FieldNamed(name)?.Value ?? default;

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
            JsonValueKind.Array =>
                element.EnumerateArray().Select(AsNested).Where(item => item.ValueKind == JsonValueKind.Object),
            JsonValueKind.Object => [element],
            _ => [],
        };
    }

    /// <summary>
    /// The one object that stands here, itself or alone in a list; undefined when there is none, or more than one.
    /// </summary>
    public static JsonElement AsObject(this JsonElement element)
    {
        element = element.AsNested();
        return element.ValueKind == JsonValueKind.Object ? element
            : element.AsItems().ToArray() is [var only] ? only
            : default;
    }

    public static string? AsText(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        JsonValueKind.String => AsString(element) ?? AsMended(element),
        _ => element.GetRawText(),
    };

    /// <summary>The text of a string; null for any other value, and for half a surrogate pair.</summary>
    public static string? AsExactText(this JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? AsString(element) : null;

    public static long? AsInteger(this JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out var integer)) return integer;
        // For this service, a float without a fraction is an integer: 3381.0
        return element.AsDecimal() is { } value && value == decimal.Truncate(value) && Math.Abs(value) <= long.MaxValue
            ? (long)value
            : null;
    }

    public static double? AsReal(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number when element.TryGetDouble(out var value) && IsFinite(value) => value,
        JsonValueKind.String when double.TryParse(
            AsString(element), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                && IsFinite(value) => value,
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
        where T : struct, Enum =>
            element.AsInteger() is { } value and >= int.MinValue and <= int.MaxValue ? (T)(object)(int)value : null;

    private static bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);

    private static decimal? AsDecimal(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number when element.TryGetDecimal(out var value) => value,
        JsonValueKind.String when decimal.TryParse(
            AsString(element), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) => value,
        _ => null,
    };

    /// <summary>
    /// Null for a text with half a surrogate pair, which JSON can spell but .NET does not turn into a string.
    /// </summary>
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

    /// <summary>A text with U+FFFD for each half of a surrogate pair.</summary>
    private static string? AsMended(JsonElement element)
    {
        var json = Encoding.UTF8.GetBytes(element.GetRawText());
        LoneSurrogates.Replace(json);
        var reader = new Utf8JsonReader(json);
        return reader.Read() ? reader.GetString() : null;
    }
}
