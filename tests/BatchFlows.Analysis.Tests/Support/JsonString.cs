using System.Text;

namespace BatchFlows.Analysis.Tests;

/// <summary>JSON strings by code of the tests' own.</summary>
internal static class JsonString
{
    /// <summary>A JSON string with only the escapes that JSON demands.</summary>
    public static string Quote(string text)
    {
        var json = new StringBuilder("\"");
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (isPair) json.Append(text[i++]).Append(text[i]);
            else if (text[i] is '"' or '\\') json.Append('\\').Append(text[i]);
            else if (text[i] < ' ' || char.IsSurrogate(text[i])) json.Append(Escape(text[i]));
            else json.Append(text[i]);
        }

        return json.Append('"').ToString();
    }

    public static string Escape(char character) => $"\\u{(int)character:X4}";
}
