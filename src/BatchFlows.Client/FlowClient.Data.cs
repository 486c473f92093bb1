using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using BatchFlows.Model.Json;

namespace BatchFlows.Client;

/// <content>Data in its documented form, or an <see cref="InvalidDataException"/>.</content>
internal sealed partial class FlowClient
{
    /// <summary>An object or a list that may be written as JSON text; any other text is data itself.</summary>
    private static JsonElement Opened(JsonElement data) =>
        data.AsNested() is { ValueKind: JsonValueKind.Object or JsonValueKind.Array } nested ? nested : data;

    /// <summary>A single object, which some editions of the service wrap in a list.</summary>
    private static JsonElement ObjectOf(JsonElement data)
    {
        if (data.ValueKind == JsonValueKind.Array && data.GetArrayLength() == 1) data = Opened(data[0]);
        return data.ValueKind == JsonValueKind.Object ? data : throw new InvalidDataException("No object.");
    }

    /// <summary>
    /// A list, in which place other editions put its only object, and nothing or an empty text when it is empty.
    /// </summary>
    private static IEnumerable<JsonElement> ItemsOf(JsonElement data) =>
        Opened(data).ValueKind is JsonValueKind.Array or JsonValueKind.Object || string.IsNullOrEmpty(data.AsText())
            ? data.AsItems()
            : throw new InvalidDataException("No list.");

    /// <summary>A value that stands in an object under one of these names, or alone.</summary>
    private static JsonElement ValueOf(JsonElement data, params string[] names) =>
        data.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array) ? data
        : names.Select(name => ObjectOf(data).Field(name))
            .FirstOrDefault(value => value.ValueKind != JsonValueKind.Undefined);

    private static string TextOf(JsonElement data, params string[] names) =>
        ValueOf(data, names).AsText() is { Length: > 0 } text ? text : throw new InvalidDataException("No text.");

    private static long NumberOf(JsonElement data, params string[] names) =>
        ValueOf(data, names).AsInteger() ?? throw new InvalidDataException("No number.");
}
