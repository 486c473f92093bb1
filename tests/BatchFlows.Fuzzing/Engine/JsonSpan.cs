using System;
using System.Buffers;
using System.Collections.Generic;

namespace BatchFlows.Fuzzing;

/// <summary>Finds values in what is JSON, or nearly so.</summary>
internal static class JsonSpan
{
    private static readonly SearchValues<byte> Ends = SearchValues.Create(",:]} \t\r\n"u8);
    private static readonly SearchValues<byte> Starts = SearchValues.Create("{[\"-0123456789tfn"u8);

    /// <summary>
    /// The first value, or name of a field, that begins at a place or behind it; empty when there is none.
    /// </summary>
    public static (int Start, int Length) Next(ReadOnlySpan<byte> text, int from)
    {
        var start = text.Slice(from).IndexOfAny(Starts);
        return start < 0 ? (text.Length, 0) : (from + start, LengthAt(text.Slice(from + start)));
    }

    /// <summary>True for the name of a field.</summary>
    public static bool IsName(ReadOnlySpan<byte> text, int end) =>
        text.Slice(end).TrimStart(" \t\r\n"u8) is [(byte)':', ..];

    /// <summary>All strings, names of fields included.</summary>
    public static IEnumerable<byte[]> Strings(byte[] text)
    {
        for (var at = 0; (at = Array.IndexOf(text, (byte)'"', at)) >= 0;)
        {
            var length = LengthAt(text.AsSpan(at));
            yield return text.AsSpan(at, length).ToArray();
            at += length;
        }
    }

    private static int LengthAt(ReadOnlySpan<byte> text)
    {
        if (text[0] is not ((byte)'{' or (byte)'[' or (byte)'"'))
        {
            var end = text.IndexOfAny(Ends);
            return end < 0 ? text.Length : Math.Max(end, 1);
        }

        var (depth, inString) = (0, false);
        for (var i = 0; i < text.Length; i++)
        {
            if (inString && text[i] == '\\') i++;
            else if (text[i] == '"') inString = !inString;
            else if (!inString && text[i] is (byte)'{' or (byte)'[') depth++;
            else if (!inString && text[i] is (byte)'}' or (byte)']') depth--;
            if (depth <= 0 && !inString) return i + 1;
        }

        return text.Length;
    }
}
