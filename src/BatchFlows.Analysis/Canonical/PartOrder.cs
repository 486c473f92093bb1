using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using BatchFlows.Model.Json;

namespace BatchFlows.Analysis.Canonical;

/// <summary>
/// The order of tasks, links and relations in a file: by their names, and those of one name by all they hold.
/// </summary>
internal static class PartOrder
{
    public static IEnumerable<JsonElement> Of(JsonElement list, Shape shape)
    {
        var parts = list.EnumerateArray().Select(part => (Key: KeyOf(part, shape), Part: part)).ToList();
        return IsOrdered(parts)
            ? parts.Select(part => part.Part)
            : parts.GroupBy(part => part.Key, part => part.Part, StringComparer.Ordinal)
                .OrderBy(same => same.Key, StringComparer.Ordinal)
                .SelectMany(same => same.Take(2).Count() == 1
                    ? (IEnumerable<JsonElement>)same
                    : same.OrderBy(part => CanonicalText.Of(part, shape), StringComparer.Ordinal));
    }

    private static bool IsOrdered(List<(string Key, JsonElement Part)> parts)
    {
        for (var i = 1; i < parts.Count; i++)
        {
            if (string.CompareOrdinal(parts[i - 1].Key, parts[i].Key) >= 0) return false;
        }

        return true;
    }

    private static string KeyOf(JsonElement part, Shape shape) =>
        shape.Keys is [var only]
            ? part.Field(only).AsText() ?? ""
            : string.Join("\n", shape.Keys.Select(key => part.Field(key).AsText()));
}
