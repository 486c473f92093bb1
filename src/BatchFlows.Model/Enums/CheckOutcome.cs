namespace BatchFlows;

/// <summary>Outcome of a check of a connection.</summary>
public enum CheckOutcome
{
    /// <summary>The check passed.</summary>
    Passed,

    /// <summary>The check failed.</summary>
    Failed,

    /// <summary>It could not be made, because an earlier check failed.</summary>
    NotReached,
}
