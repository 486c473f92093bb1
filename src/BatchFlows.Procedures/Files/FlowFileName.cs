using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace BatchFlows.Procedures.Files;

/// <summary>
/// The name of a flow's file in a folder: <c>2924-nFlow.json</c>. The ID comes first, so that no name can be a device,
/// a hidden file, a path out of the folder, or equal to another flow's on a system that ignores case.
/// </summary>
internal static class FlowFileName
{
    private const string Extension = ".json";
    private const int MostBytes = 200; // file systems take 255, the ID and the extension included

    // Characters that Windows forbids are replaced on every system, because exports are moved between systems.
    private const string Forbidden = "<>:\"/\\|?*";

    // Letters and marks that show nothing: joiners, fillers, variation selectors, the blank of Braille. With those of
    // the category Format they would make two names look the same, or turn the order of what is shown.
    private static readonly HashSet<char> Unseen =
    [
        '\u034F', '\u115F', '\u1160', '\u17B4', '\u17B5', '\u180B', '\u180C', '\u180D', '\u180E', '\u180F',
        '\u2065', '\u2800', '\u3164', '\uFFA0', .. Enumerable.Range('\uFE00', 16).Select(code => (char)code),
        .. Enumerable.Range('\uFFF0', 9).Select(code => (char)code),
    ];

    public static string For(long flowId, string? flowName)
    {
        var id = flowId.ToString(CultureInfo.InvariantCulture);
        var name = Shorten(new string([.. (flowName ?? "").Select(Allowed)])).Trim(' ', '.');
        return name.Length == 0 ? id + Extension : $"{id}-{name}{Extension}";
    }

    /// <summary>The ID in such a name; null for any other name.</summary>
    public static long? IdIn(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return long.TryParse(name.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : null;
    }

    private static char Allowed(char character) =>
        Forbidden.Contains(character) || Unseen.Contains(character) || CharUnicodeInfo.GetUnicodeCategory(character)
            is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            ? '_'
            : character;

    private static string Shorten(string name)
    {
        name = name.Substring(0, Math.Min(name.Length, MostBytes));
        while (Encoding.UTF8.GetByteCount(name) > MostBytes) name = name.Substring(0, name.Length - 1);
        return name;
    }
}
