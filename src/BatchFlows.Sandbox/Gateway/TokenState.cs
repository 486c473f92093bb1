namespace BatchFlows.Sandbox;

/// <summary>What the token service knows of a token.</summary>
internal enum TokenState
{
    /// <summary>Never issued.</summary>
    Unknown,

    /// <summary>Issued once, no longer accepted.</summary>
    Stale,

    /// <summary>Accepted.</summary>
    Valid,
}
