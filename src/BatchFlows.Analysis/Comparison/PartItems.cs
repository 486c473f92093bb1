using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using BatchFlows.Analysis.Canonical;
using BatchFlows.Model.Json;

namespace BatchFlows.Analysis.Comparison;

/// <summary>What lists of a definition hold, also those that are JSON in a text.</summary>
internal static class PartItems
{
    /// <summary>The object or list in a text; any other value itself.</summary>
    public static JsonElement Opened(JsonElement value) =>
        value.AsNested() is { ValueKind: JsonValueKind.Object or JsonValueKind.Array } nested ? nested : value;

    /// <summary>The parts in a list. What is no list counts as the only part, so that a difference is seen.</summary>
    public static IEnumerable<JsonElement> OfList(JsonElement list)
    {
        var opened = Opened(list);
        return opened.ValueKind == JsonValueKind.Array ? opened.EnumerateArray().Select(Opened)
            : ValueText.Of(opened).Length > 0 ? [opened]
            : [];
    }

    /// <summary>The parameters in a list; null where something else stands.</summary>
    public static IReadOnlyList<JsonElement>? OfParameters(JsonElement list)
    {
        var items = OfList(list).ToArray();
        return items.All(item => item.Field("key").ValueKind != JsonValueKind.Undefined) ? items : null;
    }

    /// <summary>The names in a text or a list; null where something else stands.</summary>
    public static UserList? OfUsers(JsonElement users) =>
        users.ValueKind == JsonValueKind.Object || (Opened(users) is { ValueKind: JsonValueKind.Array } list
            && list.EnumerateArray().Any(name => name.ValueKind is JsonValueKind.Object or JsonValueKind.Array))
            ? null
            : UserList.Read(users);

    public static bool IsLinkId(string field, Shape shape) => shape.Documented(field) == "linkId";

    /// <summary>All that is compared of a part, as text.</summary>
    public static string TextOf(JsonElement part, Shape shape) => part.ValueKind != JsonValueKind.Object
        ? ValueText.Of(part)
        : string.Concat(shape.Ordered(part)
            .Where(field => shape.RoleOf(field.Name) != FieldRole.LeftOut && !IsLinkId(field.Name, shape))
            .Select(field => $"{field.Name}:{ValueText.Of(field.Value)}\n"));
}
