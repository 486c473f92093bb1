using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using static BatchFlows.Analysis.Tests.JsonString;

namespace BatchFlows.Analysis.Tests;

/// <summary>A definition with another text in the place of one value, by its number.</summary>
internal static class ChangedValue
{
    /// <summary>The paths of all single values but IDs of links.</summary>
    public static IReadOnlyList<string> PathsIn(string json) =>
        [
            .. Paths(FlowDefinition.ReadObject(json), "")
                .Where(path => !path.EndsWith("/linkId", System.StringComparison.Ordinal))];

    public static string At(string json, string path) => Write(FlowDefinition.ReadObject(json), "", path);

    private static IEnumerable<string> Paths(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject()
            .SelectMany(field => Paths(field.Value, $"{path}/{field.Name}")),
        JsonValueKind.Array => element.EnumerateArray().SelectMany((item, i) => Paths(item, $"{path}/{i}")),
        _ => [path],
    };

    private static string Write(JsonElement element, string path, string changed) => element.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(",", element.EnumerateObject()
            .Select(field => $"{Quote(field.Name)}:{Write(field.Value, $"{path}/{field.Name}", changed)}"))}}}",
        JsonValueKind.Array =>
            $"[{string.Join(",", element.EnumerateArray().Select((item, i) => Write(item, $"{path}/{i}", changed)))}]",
        _ => path == changed ? "\"another value\"" : element.GetRawText(),
    };
}
