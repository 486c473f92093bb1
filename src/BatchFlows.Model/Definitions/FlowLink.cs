using System.Text.Json;

namespace BatchFlows;

/// <summary>Another flow that this one waits for.</summary>
public sealed class FlowLink : Link
{
    /// <summary>A new, empty link.</summary>
    public FlowLink()
        : base(default)
    {
    }

    internal FlowLink(JsonElement source)
        : base(source)
    {
    }

    /// <summary>The upstream flow's name.</summary>
    public override string ToString() => SourceFlowName ?? "";
}
