using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace BatchFlows.Fuzzing;

/// <summary>Words that inputs are made of: those of the seeds, and those at which programs stumble.</summary>
internal static class Tokens
{
    private const int LongestToken = 64;

    /// <summary>Values of JSON, at the ends of what numbers, texts and dates can be.</summary>
    private static readonly byte[][] Values = All(
        "null", "true", "false", "0", "1", "-1", "-0.0", "2.0", "0.1", "1e400", "-1e-400", "1e19", "2147483648",
        "9223372036854775807",
        "-9223372036854775808", "79228162514264337593543950336", "\"\"", "\" \"", "[]", "{}", "[{}]", "\"[]\"",
        "\"{}\"", "\"null\"", "\"1\"",
        "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u0000\"", "\"ä\\u00e4😀\"", "\"\\\\\"", "\"\\n\"", "\";a; b;;\"",
        "\"0001-01-01 00:00:00\"",
        "\"9999-12-31 23:59:59.9999999\"", "\"2019-08-08\"", "\"2019-08-08T20:39:00+14:00\"",
        "\"Tue Feb 02 17:35:00 UTC 2021\"", "\"GMT+8\"",
        "\"1-2020010203\"", "\"NONE\"", "\"[{\\\"key\\\":\\\"a\\\",\\\"value\\\":1}]\"");

    /// <summary>Bytes that mean something somewhere.</summary>
    private static readonly byte[][] Pieces =
    [
        .. All("\r\n", "\n", "\r", "\0", "%", "%00", "%ff", "&", "=", ";", "?", "//", "\\u", "\\", "\"", "{", "}", "[",
            "]", ",", ":", "_", "-", "\uFEFF", "\u0085", "\u0663", "\u2028", "\uD7FF"),
        [0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xff, 0xfe], [0xfe, 0xff], [0xf4, 0x90, 0x80, 0x80],
    ];

    public static byte[][] Of(IEnumerable<byte[]> seeds) =>
    [
        .. Values, .. Pieces,
        .. seeds.SelectMany(JsonSpan.Strings).Where(text => text.Length <= LongestToken)
            .DistinctBy(Convert.ToHexString),
    ];

    private static byte[][] All(params string[] texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];
}
