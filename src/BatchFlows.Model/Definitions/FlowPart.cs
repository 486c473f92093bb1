using System.Text.Json;

namespace BatchFlows;

/// <summary>
/// A part of a flow's definition: a task, a relation or a link. It carries the keys of the flow it belongs to.
/// </summary>
public abstract class FlowPart : JsonRecord
{
    private protected FlowPart(JsonElement source)
        : base(source)
    {
    }

    /// <summary>ID of the flow this belongs to; null when the definition did not come from the service.</summary>
    public long? FlowId => Flow?.FlowId;

    /// <summary>Name of the flow this belongs to.</summary>
    public string? FlowName => Flow?.FlowName;

    /// <summary>Name of the connection the flow came from; null when it did not come from the service.</summary>
    public string? ConnectionName => Flow?.ConnectionName;

    internal FlowDefinition? Flow { get; set; }
}
