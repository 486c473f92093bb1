using System.Text.Json;
using BatchFlows.Model.Json;

namespace BatchFlows.Analysis.Comparison;

/// <summary>
/// A quick look whether two values are the same, as most are when organisations are compared. Fields in another order
/// and other spellings are found by the comparison itself, which takes ten times as long.
/// </summary>
internal static class SameJson
{
    public static bool Is(JsonElement one, JsonElement other) =>
        one.ValueKind == other.ValueKind && one.ValueKind switch
        {
            JsonValueKind.Undefined => true,
            JsonValueKind.Object => IsObject(one, other),
            JsonValueKind.String when one.AsExactText() is { } text => text == other.AsExactText(),
            _ => one.GetRawText() == other.GetRawText(),
        };

    private static bool IsObject(JsonElement one, JsonElement other)
    {
        var fields = other.EnumerateObject();
        foreach (var field in one.EnumerateObject())
        {
            if (!fields.MoveNext() || !field.NameEquals(fields.Current.Name) || !Is(field.Value, fields.Current.Value))
                return false;
        }

        return !fields.MoveNext();
    }
}
