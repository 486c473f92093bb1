using System;
using System.Collections.Generic;
using System.Globalization;

namespace BatchFlows.Rendering.Texts;

/// <summary>
/// How many columns of a terminal text takes: two for a wide character, none for a mark on another one.
/// </summary>
internal static class Columns
{
    /// <summary>Below it, each character takes one column.</summary>
    private const char FirstOther = '\u0300';

    /// <summary>First and last of the characters that are wide: East Asian scripts and pictures.</summary>
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x231A, 0x231B), (0x2329, 0x232A), (0x23E9, 0x23EC), (0x23F0, 0x23F0), (0x23F3, 0x23F3),
        (0x25FD, 0x25FE), (0x2614, 0x2615), (0x2648, 0x2653), (0x267F, 0x267F), (0x2693, 0x2693), (0x26A1, 0x26A1),
        (0x26AA, 0x26AB), (0x26BD, 0x26BE), (0x26C4, 0x26C5), (0x26CE, 0x26CE), (0x26D4, 0x26D4), (0x26EA, 0x26EA),
        (0x26F2, 0x26F3), (0x26F5, 0x26F5), (0x26FA, 0x26FA), (0x26FD, 0x26FD), (0x2705, 0x2705), (0x270A, 0x270B),
        (0x2728, 0x2728), (0x274C, 0x274C), (0x274E, 0x274E), (0x2753, 0x2755), (0x2757, 0x2757), (0x2795, 0x2797),
        (0x27B0, 0x27B0), (0x27BF, 0x27BF), (0x2B1B, 0x2B1C), (0x2B50, 0x2B50), (0x2B55, 0x2B55), (0x2E80, 0x303E),
        (0x3041, 0x33FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA000, 0xA4CF), (0xA960, 0xA97C), (0xAC00, 0xD7A3),
        (0xF900, 0xFAFF), (0xFE10, 0xFE19), (0xFE30, 0xFE6F), (0xFF01, 0xFF60), (0xFFE0, 0xFFE6), (0x16FE0, 0x18AFF),
        (0x1AFF0, 0x1B2FF), (0x1F004, 0x1F004), (0x1F0CF, 0x1F0CF), (0x1F18E, 0x1F18E), (0x1F191, 0x1F19A),
        (0x1F200, 0x1F265), (0x1F300, 0x1F320), (0x1F32D, 0x1F335), (0x1F337, 0x1F37C), (0x1F37E, 0x1F393),
        (0x1F3A0, 0x1F3CA), (0x1F3CF, 0x1F3D3), (0x1F3E0, 0x1F3F0), (0x1F3F4, 0x1F3F4), (0x1F3F8, 0x1F43E),
        (0x1F440, 0x1F440), (0x1F442, 0x1F4FC), (0x1F4FF, 0x1F53D), (0x1F54B, 0x1F54E), (0x1F550, 0x1F567),
        (0x1F57A, 0x1F57A), (0x1F595, 0x1F596), (0x1F5A4, 0x1F5A4), (0x1F5FB, 0x1F64F), (0x1F680, 0x1F6C5),
        (0x1F6CC, 0x1F6CC), (0x1F6D0, 0x1F6D2), (0x1F6D5, 0x1F6DF), (0x1F6EB, 0x1F6EC), (0x1F6F4, 0x1F6FC),
        (0x1F7E0, 0x1F7F0), (0x1F90C, 0x1F93A), (0x1F93C, 0x1F945), (0x1F947, 0x1FAFF), (0x20000, 0x3FFFD),
    ];

    public static int Of(string text)
    {
        var columns = 0;
        for (var i = 0; i < text.Length; i += LengthAt(text, i)) columns += WidthAt(text, i);
        return columns;
    }

    /// <summary>The text in at most so many columns; a longer one ends with a sign that it was cut.</summary>
    public static string Shorten(string text, int columns, string sign)
    {
        if (Of(text) <= columns) return text;
        if (columns <= sign.Length) sign = "";
        var (end, left) = (0, columns - sign.Length);
        while (end < text.Length && (left -= WidthAt(text, end)) >= 0) end += LengthAt(text, end);
        return text.Remove(end) + sign;
    }

    /// <summary>The text in lines of at most so many columns, broken at blanks where there are some.</summary>
    public static IEnumerable<string> Wrap(string text, int columns)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && Of(line) + 1 + Of(word) > columns)
            {
                yield return line;
                line = "";
            }

            line = Shorten(line.Length == 0 ? word : $"{line} {word}", columns, "");
        }

        yield return line;
    }

    public static string Pad(string text, int columns) => text + new string(' ', Math.Max(0, columns - Of(text)));

    /// <summary>True for a character that is as wide as two others.</summary>
    public static bool IsWide(int character)
    {
        if (character < Wide[0].First) return false;
        var (low, high) = (0, Wide.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (character < Wide[middle].First) high = middle - 1;
            else if (character > Wide[middle].Last) low = middle + 1;
            else return true;
        }

        return false;
    }

    /// <summary>The characters with their widths; half of a surrogate pair counts as one character.</summary>
    public static IEnumerable<(string Character, int Width)> Characters(string text)
    {
        for (var i = 0; i < text.Length; i += LengthAt(text, i))
            yield return (text.Substring(i, LengthAt(text, i)), WidthAt(text, i));
    }

    private static int LengthAt(string text, int index) =>
        index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]) ? 2 : 1;

    private static int WidthAt(string text, int index)
    {
        if (text[index] < FirstOther) return 1;
        if (IsMark(text, index)) return 0;
        var code = LengthAt(text, index) == 2 ? char.ConvertToUtf32(text[index], text[index + 1]) : text[index];
        return IsWide(code) ? 2 : 1;
    }

    private static bool IsMark(string text, int index) =>
        text[index] is '\u200B' or '\u200C' or '\u200D' or (>= '\uFE00' and <= '\uFE0F')
            || CharUnicodeInfo.GetUnicodeCategory(text, index)
                is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
}
