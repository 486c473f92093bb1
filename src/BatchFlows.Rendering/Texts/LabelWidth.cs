using System.Linq;
using System.Text;

namespace BatchFlows.Rendering.Texts;

/// <summary>
/// How wide text is drawn. Which font a browser has is not known, so these are the widths of a wide one (DejaVu Sans,
/// in bold): a box that is made for it holds others as well.
/// </summary>
internal static class LabelWidth
{
    private const string Narrow = " .,:;'|!iIjlft()[]/\\-`";
    private const string Broad = "wOQGDNHU&<>+=~#{}";
    private const string Broadest = "mMW@%";

    /// <param name="size">Size of the font in pixels.</param>
    public static double Of(string text, double size) =>
        Columns.Characters(text).Sum(item => WidthOf(item.Character, item.Width)) * size;

    /// <summary>The text in at most so many pixels; a longer one ends with three dots.</summary>
    public static string Shorten(string text, double size, double most)
    {
        if (Of(text, size) <= most) return text;
        var shown = new StringBuilder();
        var left = (most / size) - 1;
        foreach (var (character, width) in Columns.Characters(text))
        {
            if ((left -= WidthOf(character, width)) < 0) break;
            shown.Append(character);
        }

        return shown.ToString().TrimEnd() + "\u2026";
    }

    private static double WidthOf(string character, int columns) => columns == 0 ? 0
        : columns == 2 || character[0] > '~' ? 1.05
        : Narrow.Contains(character[0]) ? 0.43
        : Broad.Contains(character[0]) ? 0.88
        : Broadest.Contains(character[0]) ? 1.08
        : character[0] is >= 'A' and <= 'Z' ? 0.74
        : 0.68;
}
