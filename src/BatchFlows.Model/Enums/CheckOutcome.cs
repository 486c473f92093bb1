namespace BatchFlows;

/// <summary>What came of a check of a connection.</summary>
public enum CheckOutcome
{
    /// <summary>All is well.</summary>
    Passed,

    /// <summary>Something has to be done.</summary>
    Failed,

    /// <summary>It could not be made, because one before it failed.</summary>
    NotReached,
}
