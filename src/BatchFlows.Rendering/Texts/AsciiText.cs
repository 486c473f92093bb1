using System.Linq;

namespace BatchFlows.Rendering.Texts;

/// <summary>Text for a terminal that shows ASCII only.</summary>
internal static class AsciiText
{
    /// <summary>
    /// The text with a question mark for each character that is not ASCII, as wide as the character is.
    /// </summary>
    public static string Of(string text) => text.All(character => character is >= ' ' and <= '~')
        ? text
        : string.Concat(Columns.Characters(text).Select(
            item => item.Character[0] is >= ' ' and <= '~' ? item.Character : new string('?', item.Width)));
}
