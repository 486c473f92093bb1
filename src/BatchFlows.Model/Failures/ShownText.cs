using System.Text;

namespace BatchFlows.Model.Failures;

/// <summary>
/// Makes text of others safe to show: it cannot move the cursor, ring the bell, hide characters or reverse the
/// direction of the text after it.
/// </summary>
internal static class ShownText
{
    private const int Longest = 500;
    private const char Replacement = '\uFFFD';

    /// <summary>Text of a service, as one line of limited length.</summary>
    public static string Of(string text)
    {
        var shown = new StringBuilder();
        foreach (var character in text)
        {
            if (shown.Length == Longest)
            {
                if (char.IsHighSurrogate(shown[Longest - 1])) shown.Length--;
                return shown.Append('\u2026').ToString();
            }

            shown.Append(
                character is '\r' or '\n' or '\t' or '\u0085' or '\u2028' or '\u2029' ? ' '
                : IsHarmful(character) ? Replacement
                : character);
        }

        return shown.ToString();
    }

    /// <summary>A whole message, which may have several lines.</summary>
    public static string Clean(string message)
    {
        var shown = new StringBuilder(message);
        for (var i = 0; i < shown.Length; i++)
        {
            if (i + 1 < shown.Length && char.IsSurrogatePair(shown[i], shown[i + 1])) i++;
            else if (char.IsSurrogate(shown[i]) || IsUnwanted(shown[i])) shown[i] = Replacement;
        }

        return shown.ToString();
    }

    private static bool IsUnwanted(char character) =>
        character is not ('\r' or '\n' or '\t') && IsHarmful(character);

    /// <summary>Control characters, invisible characters, and those that change the direction of text.</summary>
    private static bool IsHarmful(char character) =>
        char.IsControl(character)
            || character is '\u061C' or '\u200B' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF'
                or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
