using System.Linq;

namespace BatchFlows.Model.Failures;

/// <summary>Writes a text as an argument of a command that a message proposes.</summary>
internal static class PastedText
{
    // PowerShell ends a quoted text with each of these, and reads two of them as one.
    private const string Quotes = "'\u2018\u2019\u201A\u201B";

    /// <summary>The text itself if it is plain, otherwise in quotes, so that nothing in it is carried out.</summary>
    public static string Of(string text) => text.Length > 0 && text[0] != '-' && text.All(IsPlain)
        ? text
        : $"'{string.Concat(text.Select(Doubled))}'";

    private static string Doubled(char character) => new(character, Quotes.IndexOf(character) < 0 ? 1 : 2);

    private static bool IsPlain(char character) =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.' or '/';
}
