namespace BatchFlows.Binding;

/// <summary>A flow as a user names it: by its ID, or by an object that is at hand already.</summary>
public sealed class FlowReference
{
    internal FlowReference(FlowDefinition definition) => Definition = definition;

    internal FlowReference(long id, string? name, Flow? flow)
    {
        Id = id;
        Name = name;
        Flow = flow;
    }

    /// <summary>ID of the flow, when it is named by that.</summary>
    public long Id { get; }

    /// <summary>Name of the flow, when the object that carried its ID tells it.</summary>
    public string? Name { get; }

    /// <summary>The flow as the service described it, when that is at hand.</summary>
    public Flow? Flow { get; }

    /// <summary>The definition of the flow, when that is at hand and enough.</summary>
    public FlowDefinition? Definition { get; }

    /// <summary>ID and name.</summary>
    public override string ToString() => string.IsNullOrEmpty(Name) ? $"{Id}" : $"{Id} '{Name}'";
}
