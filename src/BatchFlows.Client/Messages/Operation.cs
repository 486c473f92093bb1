using System.Net.Http;

namespace BatchFlows.Client.Messages;

/// <summary>An operation of the service: its documented name and the fixed parts of its request.</summary>
/// <param name="Collection">Path below the service's, or below the gateway for the token service.</param>
/// <param name="Action">What selects the operation; null for the token service.</param>
/// <param name="IsReadOnly">Safe to repeat, also when it is not known whether it was carried out.</param>
/// <param name="WhenRefused">
/// What "bad parameter" and "not found" mean here: with one parameter only, it is that one which is missing.
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
    /// What to do next when the service refuses it for its parameters; null where its own words say enough.
    /// </summary>
    public string? RefusalRemedy { get; init; }

    /// <summary>How to find out whether it was carried out; null where the flow itself shows it.</summary>
    public string? OutcomeRemedy { get; init; }

    /// <summary>
    /// True for a change that the service refuses once more, or that changes nothing more: carried out twice, it does
    /// no harm.
    /// </summary>
    public bool IsHarmlessTwice { get; init; }

    /// <summary>
    /// True when it makes no more than a temporary copy that nobody sees: a lost answer leaves nothing to look for.
    /// </summary>
    public bool IsDraft { get; init; }

    /// <summary>True when it leaves something behind that somebody sees.</summary>
    public bool IsKept => !IsReadOnly && !IsDraft;

    public bool IsToken => Action is null;

    public string Path => IsToken ? Collection : ServicePath + Collection;
}
