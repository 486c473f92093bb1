using System.Net.Http;

namespace BatchFlows.Client.Messages;

/// <summary>An operation of the service: its documented name and the fixed parts of its request.</summary>
/// <param name="Collection">Path below the service's, or below the gateway for the token service.</param>
/// <param name="Action">What selects the operation; null for the token service.</param>
/// <param name="IsReadOnly">Safe to repeat, even if it is unknown whether it was carried out.</param>
/// <param name="WhenRefused">
/// The kind of failure for "bad parameter" and "not found": if the only parameter is an ID, that object does not exist.
/// </param>
/// <param name="NeedsUser">True when it acts for a user of an organisation.</param>
internal sealed record Operation(
    string Name,
    HttpMethod Method,
    string Collection,
    string? Action,
    bool IsReadOnly,
    FailureKind WhenRefused = FailureKind.RequestInvalid,
    bool NeedsUser = true)
{
    private const string ServicePath = "batch-processing-service/v2.1/";

    /// <summary>
    /// What to do next when the service refuses its parameters; null where the service's own message is enough.
    /// </summary>
    public string? RefusalRemedy { get; init; }

    /// <summary>How to find out whether it was carried out; null where the flow itself shows it.</summary>
    public string? OutcomeRemedy { get; init; }

    /// <summary>
    /// True for a change that does no harm when carried out twice: the second time it is refused or changes nothing.
    /// </summary>
    public bool IsHarmlessTwice { get; init; }

    /// <summary>
    /// True when it only creates a temporary copy that nobody sees, so a lost answer leaves nothing to look for.
    /// </summary>
    public bool IsDraft { get; init; }

    /// <summary>True when it leaves something behind that somebody sees.</summary>
    public bool IsKept => !IsReadOnly && !IsDraft;

    public bool IsToken => Action is null;

    public string Path => IsToken ? Collection : ServicePath + Collection;
}
