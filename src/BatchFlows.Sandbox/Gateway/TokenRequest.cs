using System;
using System.Linq;
using System.Text.Json;

namespace BatchFlows.Sandbox;

/// <summary>The fields of a token request as text; a field that is absent or null is empty.</summary>
internal sealed record TokenRequest(string AppKey, string Encryption, string Timestamp, string AccessToken)
{
    /// <summary>Reads a body; null when it is ill-formed.</summary>
    public static TokenRequest? Read(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            var timestamp = Value(root, "timestamp") is { ValueKind: JsonValueKind.Number } number
                ? number.GetRawText()
                : Text(root, "timestamp");
            if (!timestamp.All(c => c is >= '0' and <= '9')) return null;
            return new(Text(root, "appKey"), Text(root, "encryption"), timestamp, Text(root, "accessToken"));
        }
        // InvalidOperationException: not an object, not a string, or a string that is not Unicode.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static JsonElement? Value(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) ? value : null;

    private static string Text(JsonElement root, string name) => Value(root, name)?.GetString() ?? "";
}
