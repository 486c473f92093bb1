namespace BatchFlows.Binding;

/// <summary>A flow as a user names it: by its ID, by its name, or by an object that is at hand already.</summary>
public sealed class FlowReference
{
    internal FlowReference(FlowDefinition definition) => Definition = definition;

    internal FlowReference(string name) => Name = name;

    internal FlowReference(long id, string? name, Flow? flow)
    {
        Id = id;
        Name = name;
        Flow = flow;
    }

    /// <summary>ID of the flow, when it is named by that; otherwise 0.</summary>
    public long Id { get; }

    /// <summary>Name of the flow, when the user typed it or the object that carried its ID has it.</summary>
    public string? Name { get; }

    /// <summary>The flow as the service described it, when that is at hand.</summary>
    public Flow? Flow { get; }

    /// <summary>The definition of the flow, when that is at hand and enough.</summary>
    public FlowDefinition? Definition { get; }

    /// <summary>True when only the name is known.</summary>
    internal bool IsByName => Id == 0 && Definition is null;

    /// <summary>What the user passed, for error records.</summary>
    internal object Target => IsByName ? Name! : Id;

    /// <summary>ID and name.</summary>
    public override string ToString() =>
        IsByName ? $"'{Name}'" : string.IsNullOrEmpty(Name) ? $"{Id}" : $"{Id} '{Name}'";
}
