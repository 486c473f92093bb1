using System;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BatchFlows.Sandbox.Tests;

/// <summary>Compares fields and their JSON kinds with a documented message, whatever their values are.</summary>
internal static class Shape
{
    /// <summary>
    /// Asserts that data has the fields of a sample's <c>data</c>, no more and no fewer, down to the first element of
    /// each array.
    /// </summary>
    public static void AssertLike(string sample, JsonNode data) =>
        Assert.Equal(Of(JsonNode.Parse(Sample.Text(sample))!["data"]), Of(data));

    private static string Of(JsonNode? node) => node switch
    {
        JsonObject json => "{" + string.Join(", ", json.OrderBy(field => field.Key, StringComparer.Ordinal)
            .Select(field => $"{field.Key}: {Of(field.Value)}")) + "}",
        JsonArray array => $"[{(array.Count > 0 ? Of(array[0]) : "")}]",
        null => "null",
        _ => node.GetValueKind() is JsonValueKind.True or JsonValueKind.False
            ? "Boolean"
            : node.GetValueKind().ToString(),
    };
}
