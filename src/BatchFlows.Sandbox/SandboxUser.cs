namespace BatchFlows.Sandbox;

/// <summary>A user whom the sandbox knows. Loading a saved state makes new objects.</summary>
public sealed class SandboxUser
{
    /// <summary>The id to be sent as <c>userId</c>.</summary>
    public required string UserId { get; init; }

    /// <summary>The name that stands among owners and visitors.</summary>
    public required string UserName { get; init; }

    /// <summary>True when the user counts as an owner of every flow.</summary>
    public bool IsAdministrator { get; init; }

    /// <summary>True when the user belongs to the organisation; all others are refused with 62103.</summary>
    public bool IsMember { get; init; } = true;

    /// <summary>
    /// True while the account is locked, so that operations which change a flow or its runs are refused with 62105.
    /// </summary>
    public bool IsLocked { get; set; }

    /// <summary>The user's name.</summary>
    /// <returns>The text of <see cref="UserName"/>.</returns>
    public override string ToString() => UserName;
}
