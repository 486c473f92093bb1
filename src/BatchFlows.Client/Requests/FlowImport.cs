namespace BatchFlows.Client.Requests;

/// <summary>A flow to be made of a definition.</summary>
/// <param name="FlowName">Name of the new flow.</param>
/// <param name="DirectoryId">ID of the directory it is to lie in.</param>
/// <param name="Definition">What it is to be.</param>
internal sealed record FlowImport(string FlowName, string DirectoryId, FlowDefinition Definition)
{
    /// <summary>ID it is to have if that is free; the service makes a new one otherwise.</summary>
    public long? FlowId { get; init; }

    /// <summary>Description; that of the definition when null.</summary>
    public string? Description { get; init; }
}
