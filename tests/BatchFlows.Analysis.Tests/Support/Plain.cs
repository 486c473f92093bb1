using System;
using System.Linq;
using System.Text.Json;
using static BatchFlows.Analysis.Tests.JsonString;

namespace BatchFlows.Analysis.Tests;

/// <summary>
/// A definition as a text that is the same for the same definition, by code of its own: fields and parts in order,
/// without the IDs and times that a file does not hold.
/// </summary>
internal static class Plain
{
    private static readonly string[] Parts =
        ["tasks", "flowLinks", "taskLinks", "task_links", "relations", "linkRelations"];

    public static string OfFlow(JsonElement flow) => Of(flow, isFlow: true);

    private static string Of(JsonElement element, bool isFlow = false, bool isList = false) => element.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(",", element.EnumerateObject()
            .Where(field => !isFlow || field.Name is not "flowId")
            .OrderBy(field => field.Name, StringComparer.Ordinal)
            .Select(field => $"{Quote(field.Name)}:{Of(field.Value, isList: isFlow && Parts.Contains(field.Name))}"))}}}",
        JsonValueKind.Array when isList => ArrayOf(element.EnumerateArray().Select(item => Of(item))
            .Order(StringComparer.Ordinal)),
        JsonValueKind.Array => ArrayOf(element.EnumerateArray().Select(item => Of(item))),
        JsonValueKind.String => Quote(TextOf(element)),
        _ => element.GetRawText(),
    };

    private static string ArrayOf(System.Collections.Generic.IEnumerable<string> items) =>
        $"[{string.Join(",", items)}]";

    /// <summary>Half a surrogate pair by its escape, which the platform does not read.</summary>
    private static string TextOf(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return System.Text.RegularExpressions.Regex.Unescape(text.GetRawText().Trim('"').Replace("\\\"", "\""));
        }
    }
}
