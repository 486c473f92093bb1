using System.Text.Json;
using BatchFlows.Analysis.Canonical;
using BatchFlows.Model.Json;

namespace BatchFlows.Analysis.Comparison;

/// <summary>
/// A JSON value as text, so that values with the same text mean the same to the service: it writes numbers and flags
/// also as texts, <c>1</c> also as <c>1.0</c>, and nothing as null or an empty text.
/// </summary>
internal static class ValueText
{
    public static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => "",
        JsonValueKind.String => value.AsExactText() ?? CanonicalText.Of(value, Shape.Unknown),
        JsonValueKind.Number => Shortest(value.GetRawText()),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => CanonicalText.Of(value, Shape.Unknown),
    };

    private static string Shortest(string number) =>
        number.IndexOf('.') < 0 || number.IndexOfAny(['e', 'E']) >= 0 ? number : number.TrimEnd('0').TrimEnd('.');
}
