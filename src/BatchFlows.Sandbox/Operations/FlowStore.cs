using System;
using System.Collections.Concurrent;
using System.IO;

namespace BatchFlows.Sandbox;

/// <summary>The organisation's flows by id, as JSON text; a seeded flow is read when it is first asked for.</summary>
internal sealed class FlowStore
{
    private readonly ConcurrentDictionary<long, string?> _definitions = new();

    public string? Find(long flowId) => _definitions.GetOrAdd(flowId, Seed);

    public void Put(long flowId, string definition) => _definitions[flowId] = definition;

    private static string? Seed(long flowId)
    {
        using var stream = typeof(FlowStore).Assembly.GetManifestResourceStream(FormattableString.Invariant($"{flowId}.json"));
        if (stream is null) return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
