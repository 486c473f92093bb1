using System;
using System.Text;
using System.Text.Json;

namespace BatchFlows.Analysis.Canonical;

/// <summary>The escapes of JSON strings.</summary>
internal static class JsonEscapes
{
    /// <summary>
    /// The text of a JSON string. <see cref="JsonElement.GetString"/> refuses half a surrogate pair, which must
    /// survive.
    /// </summary>
    public static string Unescape(string raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var i = 1; i < raw.Length - 1; i++)
        {
            var end = raw.IndexOf('\\', i);
            if (end < 0) end = raw.Length - 1;
            text.Append(raw, i, end - i);
            if ((i = end) == raw.Length - 1) break;
            i++;
            if (raw[i] == 'u')
            {
                text.Append((char)Convert.ToUInt16(raw.Substring(i + 1, 4), fromBase: 16));
                i += 4;
            }
            else
            {
                text.Append(raw[i] switch
                {
                    'n' => '\n',
                    'r' => '\r',
                    't' => '\t',
                    'b' => '\b',
                    'f' => '\f',
                    var other => other,
                });
            }
        }

        return text.ToString();
    }
}
