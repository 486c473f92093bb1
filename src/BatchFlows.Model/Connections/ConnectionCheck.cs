namespace BatchFlows;

/// <summary>One of the checks of a connection, with what came of it and what to do.</summary>
public sealed class ConnectionCheck
{
    internal ConnectionCheck(string check, CheckOutcome outcome, string result, string? remedy, string connectionName)
    {
        Check = check;
        Outcome = outcome;
        Result = result;
        Remedy = remedy;
        ConnectionName = connectionName;
    }

    /// <summary>What was checked, such as <c>Address</c> or <c>Key</c>.</summary>
    public string Check { get; }

    /// <summary>What came of it.</summary>
    public CheckOutcome Outcome { get; }

    /// <summary>True when all is well; false also for what could not be checked.</summary>
    public bool Passed => Outcome == CheckOutcome.Passed;

    /// <summary>What was found.</summary>
    public string Result { get; }

    /// <summary>What to do; null when there is nothing to do.</summary>
    public string? Remedy { get; }

    /// <summary>Name of the connection.</summary>
    public string ConnectionName { get; }

    /// <summary>The check and its outcome.</summary>
    public override string ToString() => $"{Check}: {Outcome}";
}
