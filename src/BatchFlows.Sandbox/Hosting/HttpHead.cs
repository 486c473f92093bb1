using System;
using System.Collections.Generic;
using System.Globalization;

namespace BatchFlows.Sandbox;

/// <summary>A request line and the header fields after it.</summary>
internal sealed record HttpHead(
    string Method, string Target, string Version, IReadOnlyDictionary<string, string> Headers)
{
    public bool KeepsAlive => Version == "HTTP/1.1" && !Has("Connection", "close");

    public bool ExpectsContinue => Has("Expect", "100-continue");

    public bool IsChunked => Headers.ContainsKey("Transfer-Encoding");

    /// <summary>The length of the body, 0 when none is stated; null when the field is not a length.</summary>
    public int? ContentLength =>
        !Headers.TryGetValue("Content-Length", out var text) ? 0
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length
        : null;

    /// <summary>Reads the text before the blank line; null when it is not a head of HTTP/1.x.</summary>
    public static HttpHead? Parse(string text)
    {
        var lines = text.Split(["\r\n"], StringSplitOptions.None);
        if (lines[0].Split(' ') is not [var method, ['/', ..] target, ['H', 'T', 'T', 'P', '/', '1', '.', _] version])
            return null;
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 1; i < lines.Length; i++)
        {
            var colon = lines[i].IndexOf(':');
            if (colon < 1) return null;
            headers[lines[i].Substring(0, colon)] = lines[i].Substring(colon + 1).Trim();
        }
        return new(method, target, version, headers);
    }

    private bool Has(string name, string value) =>
        Headers.TryGetValue(name, out var text) && text.Equals(value, StringComparison.OrdinalIgnoreCase);
}
