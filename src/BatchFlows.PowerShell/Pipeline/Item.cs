using BatchFlows.Client;

namespace BatchFlows.Pipeline;

/// <summary>One item of a command: the user's input, the client for it, and the owner of its connection.</summary>
/// <param name="target">What the user passed, for error records.</param>
/// <param name="client">The client; null when there is no connection.</param>
/// <param name="hasOwnConnection">
/// True when the connection came with the item, so that others may succeed with theirs.
/// </param>
internal sealed class Item(object? target, FlowClient? client, bool hasOwnConnection)
{
    public object? Target { get; } = target;

    /// <summary>
    /// Its name in warnings. The input itself may contain something that must not be shown, such as a body.
    /// </summary>
    public string Name { get; init; } = $"{target}";

    public bool HasOwnConnection { get; } = hasOwnConnection;

    /// <summary>Why there is no client; null when there is one.</summary>
    public FlowException? Failure { get; init; }

    public FlowClient Client => client ?? throw Failure!;

    /// <summary>The same item with a client whose changes are confirmed.</summary>
    public Item Confirmed() => new(Target, Client.Confirmed(), HasOwnConnection) { Name = Name };
}
