using System.Collections.Generic;
using System.Globalization;

namespace BatchFlows.Sandbox;

/// <summary>A call that the gateway let pass, with its parameters decoded.</summary>
internal sealed record ServiceCall(string Method, string Collection, IReadOnlyDictionary<string, string> Query, byte[] Body)
{
    public string? Parameter(string name) => Query.TryGetValue(name, out var value) ? value : null;

    /// <summary>A parameter of digits alone; null when it is absent or something else.</summary>
    public long? Id(string name) =>
        long.TryParse(Parameter(name), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
