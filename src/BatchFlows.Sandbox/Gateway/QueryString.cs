using System;
using System.Collections.Generic;
using System.Text;

namespace BatchFlows.Sandbox;

/// <summary>
/// Reads the query of a request target: decoded, ordered by name as signatures want it, first value of a repeated name.
/// </summary>
internal static class QueryString
{
    public static SortedDictionary<string, string> Parse(string raw)
    {
        var parameters = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in raw.Split(['&'], StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=');
            var name = Decode(equals < 0 ? part : part.Substring(0, equals));
            if (!parameters.ContainsKey(name))
                parameters.Add(name, equals < 0 ? "" : Decode(part.Substring(equals + 1)));
        }
        return parameters;
    }

    /// <summary>
    /// Percent-decodes as UTF-8. A percent sign without two hex digits stays, and so does a plus sign.
    /// </summary>
    public static string Decode(string encoded)
    {
        if (encoded.IndexOf('%') < 0) return encoded;
        var source = Encoding.UTF8.GetBytes(encoded);
        var length = 0;
        for (var i = 0; i < source.Length; i++)
        {
            var value = source[i];
            if (value == '%'
                && i + 2 < source.Length
                && Digit(source[i + 1]) is { } high
                && Digit(source[i + 2]) is { } low)
            {
                value = (byte)((high << 4) | low);
                i += 2;
            }
            source[length++] = value;
        }
        return Encoding.UTF8.GetString(source, 0, length);
    }

    private static int? Digit(byte character) => (char)character switch
    {
        >= '0' and <= '9' => character - '0',
        >= 'a' and <= 'f' => character - 'a' + 10,
        >= 'A' and <= 'F' => character - 'A' + 10,
        _ => null,
    };
}
