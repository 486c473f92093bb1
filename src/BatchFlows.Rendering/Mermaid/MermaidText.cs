using System.Linq;
using BatchFlows.Rendering.Texts;

namespace BatchFlows.Rendering.Mermaid;

/// <summary>
/// Text for Mermaid. All that could mean something to it, to Markdown or to HTML is written as the number of the
/// character, as in <c>#34;</c>.
/// </summary>
internal static class MermaidText
{
    public static string Of(string text) =>
        string.Concat(Columns.Characters(CleanText.Of(text)).Select(item => Escaped(item.Character)));

    /// <summary>
    /// A text in the head of a file, which is YAML and knows no numbers of that form. Mermaid removes tags from it, so
    /// other brackets stand for theirs.
    /// </summary>
    public static string OfHead(string text) => string.Concat(CleanText.Of(
        text.Replace('<', '\u2039').Replace('>', '\u203A')).Select(
        character => char.IsLetterOrDigit(character) || character is ' ' or '_' or '.' or '-' or ','
            ? character.ToString()
            : $"\\u{(int)character:x4}"));

    private static string Escaped(string character) =>
        character[0] is '\r' or '\n' or '\t' ? " "
        : character[0] > '~' || char.IsLetterOrDigit(character[0]) || character[0] is ' ' or '_' or '.' or '-' or ','
            ? character
        : $"#{(int)character[0]};";
}
