namespace BatchFlows.Client.Requests;

/// <summary>A flow to create from a definition.</summary>
/// <param name="FlowName">Name of the new flow.</param>
/// <param name="DirectoryId">ID of the target directory.</param>
/// <param name="Definition">The definition.</param>
internal sealed record FlowImport(string FlowName, string DirectoryId, FlowDefinition Definition)
{
    /// <summary>Requested ID. If it is taken, the service creates a new one.</summary>
    public long? FlowId { get; init; }

    /// <summary>Description; that of the definition when null.</summary>
    public string? Description { get; init; }
}
