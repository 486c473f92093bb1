namespace BatchFlows.Binding;

/// <summary>A flow as a user names it: by its ID, or by the definition that is at hand already.</summary>
public sealed class FlowReference
{
    internal FlowReference(long id) => Id = id;

    internal FlowReference(FlowDefinition definition) => Definition = definition;

    /// <summary>ID of the flow, when it is named by that.</summary>
    public long Id { get; }

    /// <summary>The flow itself, when it is at hand.</summary>
    public FlowDefinition? Definition { get; }
}
