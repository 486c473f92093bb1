using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using BatchFlows.Model.Failures;
using BatchFlows.Model.Json;

namespace BatchFlows.Model.Definitions;

/// <summary>
/// Distinguishes the definition of a flow from any other JSON object. A definition has the field <c>name</c> and either
/// the list <c>tasks</c> or only documented fields. Its lists contain objects, and ConvertTo-Json has truncated or
/// renamed nothing in it. A definition may be inside an envelope of the service.
/// </summary>
internal static class DefinitionForm
{
    private const string ByConvertToJson =
        "ConvertTo-Json made it from an object of the module, without what only the service knows. Export-BatchFlow "
            + "-Path and the method ToJson write whole definitions";

    private static readonly string[] Lists = ["tasks", "flowLinks", "taskLinks", "relations", "linkRelations"];

    private static readonly HashSet<string> Documented =
    [
        "name", "cycle", "cron", "parameters", "alertMode", "submitter", "owners", "visitors", "type", "syncType",
        "desc", "startTime", "alertTo", "appId", .. Lists,
    ];

    /// <summary>Fields with free text of users, which is not checked.</summary>
    private static readonly HashSet<string> FreeTexts = ["name", "cmd", "desc"];

    /// <summary>Reads what a file holds, in the service's form.</summary>
    /// <exception cref="FormatException">It is no definition.</exception>
    public static FlowDefinition Read(JsonElement root)
    {
        if (ContentOf(root) is { ValueKind: JsonValueKind.Object } content) root = content;
        return ProblemOf(root) is { } problem
            ? throw new FormatException($"it is not a definition of a flow: {problem}")
            : new FlowDefinition(root);
    }

    /// <summary>Why an object is no definition; null when it is one.</summary>
    public static string? ProblemOf(FlowDefinition flow) => ProblemOf(flow.ToElement());

    private static string? ProblemOf(JsonElement root) =>
        ErrorOf(root) ?? ProblemOfName(root) ?? Lists.Select(list => ProblemOfList(root, list)).FirstOrDefault(IsThere)
            ?? ProblemOfFields(root) ?? ProblemOfTexts(root);

    /// <summary>The data of a successful answer of the service; undefined for any other object.</summary>
    private static JsonElement ContentOf(JsonElement root) =>
        StatusOf(root).AsInteger() == 0 && !root.TryGetProperty("tasks", out _)
            ? root.Field("data").AsObject()
            : default;

    private static string? ErrorOf(JsonElement root) =>
        StatusOf(root).AsInteger() is { } code and not 0 && !root.TryGetProperty("tasks", out _)
            ? $"it is an answer of the service with the error {code}"
            : null;

    private static JsonElement StatusOf(JsonElement root) =>
        root.TryGetProperty("code", out var code) ? code : root.TryGetProperty("status", out var status) ? status
            : default;

    private static string? ProblemOfName(JsonElement root) =>
        root.TryGetProperty("ConnectionName", out _) || root.TryGetProperty("Name", out _) ? ByConvertToJson
        : !root.TryGetProperty("name", out var name) ? "it has no field 'name'"
        : name.ValueKind is JsonValueKind.String or JsonValueKind.Number ? null
        : "its field 'name' is not text";

    private static string? ProblemOfList(JsonElement root, string list)
    {
        var value = root.Field(list);
        if (value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null) return null;
        var nested = value.AsNested();
        var items = nested.ValueKind switch
        {
            JsonValueKind.Array => nested.EnumerateArray().Select(item => item.AsNested()).ToArray(),
            JsonValueKind.Object => [nested],
            _ => null,
        };
        if (items is null || items.Any(item => item.ValueKind != JsonValueKind.Object) || items.Any(IsWrapped))
            return $"its field '{list}' is not a list of objects. ConvertTo-Json needs a greater -Depth, such as 20";
        if (items.Any(item => item.TryGetProperty("ConnectionName", out _))) return ByConvertToJson;
        return list == "tasks" && items.Any(item => !item.TryGetProperty("name", out _))
            ? "it has a task without the field 'name'"
            : null;
    }

    private static string? ProblemOfFields(JsonElement root)
    {
        if (!IsEmpty(root.Field("tasks"))) return null;
        var other = root.EnumerateObject().Select(field => field.Name)
            .FirstOrDefault(name => !Documented.Any(known => FieldName.IsSame(name, known)));
        return other is not null
            ? $"it has no list 'tasks', and the field '{ShownText.Of(other)}'"
            : root.Field("type") is var type && !IsEmpty(type) && type.AsInteger() is null
                ? "its field 'type' is not a number"
                : null;
    }

    /// <summary>A text that stands for an object or a list, which ConvertTo-Json leaves below its depth.</summary>
    private static string? ProblemOfTexts(JsonElement element, string field = "") => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject()
            .Where(property => !FreeTexts.Contains(property.Name))
            .Select(property => ProblemOfTexts(property.Value, property.Name)).FirstOrDefault(IsThere),
        JsonValueKind.Array =>
            element.EnumerateArray().Select(item => ProblemOfTexts(item, field)).FirstOrDefault(IsThere),
        JsonValueKind.String when IsCut(element.AsText()!) =>
            $"ConvertTo-Json cut the value of its field '{field}'. It needs a greater -Depth, such as 20",
        _ => null,
    };

    private static bool IsCut(string text) =>
        text.StartsWith("System.Object[]", StringComparison.Ordinal)
        || text.StartsWith("System.Collections.", StringComparison.Ordinal)
        || (text.StartsWith("@{", StringComparison.Ordinal) && text is [.., '}']);

    /// <summary>Windows PowerShell writes some lists as objects of this form.</summary>
    private static bool IsWrapped(JsonElement item) =>
        item.TryGetProperty("value", out _) && item.TryGetProperty("Count", out _);

    private static bool IsEmpty(JsonElement value) =>
        value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null || value.AsText() is { } text
            && string.IsNullOrWhiteSpace(text);

    private static bool IsThere(string? problem) => problem is not null;
}
