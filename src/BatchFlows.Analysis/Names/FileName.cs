using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace BatchFlows.Analysis.Names;

/// <summary>
/// Any text as the name of a file or folder, the same on every system. A name that had to change carries a hash of the
/// text, so that two texts get two names.
/// </summary>
internal static class FileName
{
    private const int MostBytes = 200; // file systems take 255, the ID, the hash and the extension included

    // What Windows forbids is replaced everywhere: exports are carried from one system to another.
    private const string Forbidden = "<>:\"/\\|?*";

    // Letters and marks that show nothing: joiners, fillers, variation selectors, the blank of Braille. With those of
    // the category Format they would make two names look the same, or turn the order of what is shown.
    private static readonly HashSet<char> Unseen =
    [
        '\u034F', '\u115F', '\u1160', '\u17B4', '\u17B5', '\u180B', '\u180C', '\u180D', '\u180E', '\u180F',
        '\u2065', '\u2800', '\u3164', '\uFFA0', .. Enumerable.Range('\uFE00', 16).Select(code => (char)code),
        .. Enumerable.Range('\uFFF0', 9).Select(code => (char)code),
    ];

    public static string Of(string text) => Usable(text) is var name && name == text ? name : Hashed(text);

    /// <summary>A name with the hash, for a text whose own name is taken.</summary>
    public static string Hashed(string text) => $"{Usable(text)}~{ShortHash.Of(text)}";

    /// <summary>Without what some system forbids; it may be empty, or the name of a device.</summary>
    public static string Cleaned(string text) => Shorten(new string([.. text.Select(Allowed)])).Trim(' ', '.');

    private static string Usable(string text)
    {
        var name = Cleaned(text);
        return name.Length == 0 || ReservedName.Is(name) ? "_" + name : name;
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
