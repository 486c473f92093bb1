namespace BatchFlows.Sandbox;

/// <summary>A fault that waits for the next calls.</summary>
/// <param name="Fault">How they go wrong.</param>
/// <param name="Count">How many calls are still to go wrong.</param>
/// <param name="Operation">Name of the operation whose calls it waits for; null for all operations.</param>
public sealed record WaitingFault(SandboxFault Fault, int Count, string? Operation)
{
    /// <summary>What waits, such as <c>DropAfter (2 calls of Trigger Flow)</c>.</summary>
    public override string ToString() =>
        $"{Fault} ({Count} call{(Count == 1 ? "" : "s")} of {Operation ?? "any operation"})";
}
