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

    /// <summary>
    /// A single object, which some editions of the service wrap in a list. An object without fields is not accepted.
    /// </summary>
    private static JsonElement ObjectOf(JsonElement data)
    {
        if (data.ValueKind == JsonValueKind.Array && data.GetArrayLength() == 1) data = Opened(data[0]);
        return data.ValueKind == JsonValueKind.Object && data.EnumerateObject().Any()
            ? data
            : throw new InvalidDataException("No object.");
    }

    /// <summary>
    /// A list of objects. Other editions return its only object instead, or null or an empty text for an empty list.
    /// </summary>
    /// <param name="names">The fields of which an object must have one to be the only item.</param>
    private static IReadOnlyList<JsonElement> ItemsOf(JsonElement data, params string[] names)
    {
        data = Opened(data);
        return data.ValueKind switch
        {
            JsonValueKind.Array => [.. data.EnumerateArray().Select(ItemOf)],
            JsonValueKind.Object when FieldOf(data, names).ValueKind != JsonValueKind.Undefined => [data],
            JsonValueKind.Null => [],
            JsonValueKind.String when data.ValueEquals("") => [],
            _ => throw new InvalidDataException("No list."),
        };
    }

    private static JsonElement ItemOf(JsonElement item) =>
        Opened(item) is { ValueKind: JsonValueKind.Object } opened
            ? opened
            : throw new InvalidDataException("No list of objects.");

    /// <summary>The first of these fields that an object has; undefined when it has none.</summary>
    private static JsonElement FieldOf(JsonElement data, params string[] names) =>
        names.Select(name => data.Field(name)).FirstOrDefault(value => value.ValueKind != JsonValueKind.Undefined);

    /// <summary>The text of an object under one of these names; an ID may be a number.</summary>
    private static string TextOf(JsonElement data, params string[] names) =>
        FieldOf(ObjectOf(data), names) is { ValueKind: JsonValueKind.String or JsonValueKind.Number } value
            && value.AsText() is { } text && !string.IsNullOrWhiteSpace(text)
                ? text
                : throw new InvalidDataException("No text.");

    /// <summary>The ID of a flow, in an object.</summary>
    private static long FlowIdOf(JsonElement data) =>
        FieldOf(ObjectOf(data), "flowId", "id").AsInteger() is > 0 and var id
            ? id
            : throw new InvalidDataException("No ID.");
}
