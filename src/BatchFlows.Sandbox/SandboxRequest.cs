using System;
using System.Collections.Generic;

namespace BatchFlows.Sandbox;

/// <summary>An HTTP request as it arrived.</summary>
/// <param name="Method">The method as on the request line, upper case.</param>
/// <param name="Target">Path and query as on the request line, still percent-encoded.</param>
/// <param name="Headers">Header fields; their names are matched without regard to case.</param>
/// <param name="Body">The body's bytes; empty when there is none.</param>
public sealed record SandboxRequest(
    string Method, string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    internal string? Header(string name)
    {
        foreach (var header in Headers)
        {
            if (header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)) return header.Value;
        }
        return null;
    }
}
