namespace BatchFlows.Procedures.Backups;

/// <summary>What was decided for a flow that is created again.</summary>
/// <param name="Saved">The flow as it was.</param>
/// <param name="Definition">Its definition under the name that it gets.</param>
/// <param name="ExistingId">ID of the flow that has this name; null when it is free.</param>
/// <param name="IsSame">True when that flow has this definition.</param>
/// <param name="IsActive">True when the schedule of that flow is active; null when it is not known.</param>
internal sealed record RestoreStep(
    SavedFlow Saved, FlowDefinition Definition, long? ExistingId = null, bool IsSame = false, bool? IsActive = null)
{
    public string Name => Definition.FlowName ?? "";

    /// <summary>True if the schedule of the flow is started in the end.</summary>
    public bool Starts { get; init; } = Saved.IsActive == true && (ExistingId is null || (IsSame && IsActive != true));

    public RestoredFlow Report(string action, long id, bool? isActive, string connectionName) => new(
        action, id, Name, Saved.DirectoryPath, Saved.FlowId, Saved.Name, isActive, Saved.Source, connectionName);
}
