using BatchFlows.Connections;

namespace BatchFlows.Binding;

/// <summary>Where flows come from: a path, one flow, or a whole organisation.</summary>
public sealed class FlowSource
{
    internal FlowSource(string path) => Path = path;

    internal FlowSource(FlowReference flow) => Flow = flow;

    internal FlowSource(ConnectionReference organization) => Organization = organization;

    internal string? Path { get; }

    internal FlowReference? Flow { get; }

    internal ConnectionReference? Organization { get; }

    /// <summary>The path, the flow or the name of the connection.</summary>
    public override string ToString() => Path ?? Flow?.ToString() ?? $"{Organization}";
}
