using System;
using System.Linq;
using System.Text.Json;

namespace BatchFlows.Analysis.Tests;

/// <summary>The same definition with its fields and parts in another order.</summary>
internal static class ShuffledFlow
{
    public static string Of(JsonElement flow, Random random) => Of(flow, random, isFlow: true);

    private static string Of(JsonElement element, Random random, bool isFlow = false, bool isParts = false)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            var fields = element.EnumerateObject().ToArray();
            random.Shuffle(fields);
            return $"{{{string.Join(",", fields.Select(field =>
                $"{JsonString.Quote(field.Name)}:{Of(field.Value, random, isParts: isFlow && IsParts(field.Name))}"))}}}";
        }

        if (element.ValueKind != JsonValueKind.Array) return element.GetRawText();
        var items = element.EnumerateArray().ToArray();
        if (isParts) random.Shuffle(items);
        return $"[{string.Join(",", items.Select(item => Of(item, random)))}]";
    }

    private static bool IsParts(string field) =>
        field is "tasks" or "flowLinks" or "taskLinks" or "relations" or "linkRelations";
}
