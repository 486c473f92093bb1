using System;
using System.Buffers.Text;

namespace BatchFlows.Model.Json;

/// <summary>Escapes of half a surrogate pair, which JSON can spell although they are no character.</summary>
internal static class LoneSurrogates
{
    private const int Length = 6; // \ud800

    /// <summary>Replaces each by the escape of U+FFFD, which is as long.</summary>
    public static void Replace(Span<byte> json)
    {
        for (var i = 0; i < json.Length - 1; i++)
        {
            if (json[i] != '\\') continue;
            var unit = UnitAt(json.Slice(i));
            if (unit is >= 0xD800 and <= 0xDBFF && UnitAt(json.Slice(i + Length)) is >= 0xDC00 and <= 0xDFFF)
                i += Length;
            else if (unit is >= 0xD800 and <= 0xDFFF) "\\ufffd"u8.CopyTo(json.Slice(i));
            i++; // an escaped backslash begins no escape
        }
    }

    /// <summary>The escaped unit at the start; null when there is none.</summary>
    private static int? UnitAt(ReadOnlySpan<byte> json) =>
        json.Length >= Length && json[0] == '\\' && json[1] == 'u'
            && Utf8Parser.TryParse(json.Slice(2, 4), out ushort unit, out var read, 'x') && read == 4
                ? unit
                : null;
}
