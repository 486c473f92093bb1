using System.Collections.Generic;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BatchFlows.Sandbox;

/// <summary>Writes JSON for machines that read UTF-8, not for HTML pages: characters stay what they are.</summary>
internal static class JsonWriting
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string ToText(this JsonNode node) => node.ToJsonString(Options);

    public static JsonArray ToJsonArray(this IEnumerable<JsonNode> nodes)
    {
        var array = new JsonArray();
        foreach (var node in nodes) array.Add(node);
        return array;
    }

    /// <summary>
    /// An object that can be changed, with the values as they were written. A repeated name means the last value, at
    /// any depth.
    /// </summary>
    public static JsonObject ToEditable(this JsonElement json)
    {
        var copy = new JsonObject();
        foreach (var field in json.EnumerateObject()) copy[field.Name] = ToNode(field.Value);
        return copy;
    }

    private static JsonNode? ToNode(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.ToEditable(),
        JsonValueKind.Array => new JsonArray([.. json.EnumerateArray().Select(ToNode)]),
        _ => JsonNode.Parse(json.GetRawText()),
    };
}
