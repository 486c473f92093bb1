using System.Text;

namespace BatchFlows.Client.Errors;

/// <summary>
/// Text of the other side as it may be shown: a message is one line of limited length, and no text of a service moves
/// the cursor, rings the bell or turns the direction of what is written after it.
/// </summary>
internal static class ShownText
{
    private const int Longest = 500;
    private const char Replacement = '\uFFFD';

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

    /// <summary>Control characters, and those that turn the direction of text.</summary>
    private static bool IsHarmful(char character) =>
        char.IsControl(character)
            || character is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E')
                or (>= '\u2066' and <= '\u2069');
}
