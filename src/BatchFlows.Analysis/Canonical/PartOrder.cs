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
    public static IEnumerable<JsonElement> Of(JsonElement list, Shape shape) =>
        list.EnumerateArray()
            .GroupBy(part => KeyOf(part, shape), StringComparer.Ordinal)
            .OrderBy(same => same.Key, StringComparer.Ordinal)
            .SelectMany(same => same.Take(2).Count() == 1
                ? (IEnumerable<JsonElement>)same
                : same.OrderBy(part => CanonicalText.Of(part, shape), StringComparer.Ordinal));

    private static string KeyOf(JsonElement part, Shape shape) =>
        string.Join("\n", shape.Keys.Select(key => part.Field(key).AsText()));
}
