using System;
using System.Text;
using BatchFlows.Model.Failures;
using BatchFlows.Rendering.Texts;

namespace BatchFlows.Rendering.Organization;

/// <summary>Text for a line or a cell of Markdown, as GitHub and others read it.</summary>
internal static class MarkdownText
{
    // An empty comment keeps a name from becoming a mention of a person or a link to an issue.
    private const string Apart = "<!-- -->";

    /// <summary>The text as one line that means nothing but itself.</summary>
    public static string Of(string text)
    {
        var clean = CleanText.Of(ShownText.Clean(text));
        var shown = new StringBuilder(clean.Length + 16);
        for (var i = 0; i < clean.Length; i++)
        {
            var next = i + 1 < clean.Length ? clean[i + 1] : ' ';
            _ = clean[i] switch
            {
                '\r' or '\n' or '\t' or '\u0085' or '\u2028' or '\u2029' => shown.Append(' '),
                '&' => shown.Append("&amp;"),
                '<' => shown.Append("&lt;"),
                '>' => shown.Append("&gt;"),
                '|' => shown.Append("&#124;"),
                '`' => shown.Append("&#96;"),
                '@' or '#' when char.IsLetterOrDigit(next) => shown.Append(clean[i]).Append(Apart),
                ':' when next == '/' => shown.Append("\\:"),
                '_' when i > 0 && char.IsLetterOrDigit(clean[i - 1]) && char.IsLetterOrDigit(next) => shown.Append('_'),
                '.' when i > 2 && string.Compare(clean, i - 3, "www", 0, 3, StringComparison.OrdinalIgnoreCase) == 0 =>
                    shown.Append("\\."),
                '\\' or '*' or '_' or '~' or '[' or ']' or '!' or '$' or '#' => shown.Append('\\').Append(clean[i]),
                _ => shown.Append(clean[i]),
            };
        }

        return shown.ToString();
    }
}
