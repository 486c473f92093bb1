namespace BatchFlows;

/// <summary>What became of a flow that was to be created again as it was.</summary>
/// <param name="Action">
/// <c>Created</c>; <c>Exists</c>, if a flow of the name had the same definition; <c>Skipped</c>, if it had another one.
/// </param>
/// <param name="FlowId">ID of the flow now.</param>
/// <param name="FlowName">Name of the flow now.</param>
/// <param name="Directory">The directory that it was to be in, such as <c>a/b</c>; <c>/</c> is the root.</param>
/// <param name="OldFlowId">ID of the flow that was saved; null when that is not known.</param>
/// <param name="OldFlowName">Name of the flow that was saved.</param>
/// <param name="IsActive">True when its schedule is active now; null when the service does not say.</param>
/// <param name="Source">The file, or the connection and ID of the flow that was copied.</param>
/// <param name="ConnectionName">The connection through which it was created.</param>
public sealed record RestoredFlow(
    string Action, long FlowId, string FlowName, string Directory, long? OldFlowId, string OldFlowName, bool? IsActive,
    string Source, string ConnectionName)
{
    /// <summary>The action and the name.</summary>
    public override string ToString() => $"{Action} {FlowName}";
}
