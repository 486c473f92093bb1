namespace BatchFlows;

/// <summary>One of the checks of a connection, with its result and the next step.</summary>
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

    /// <summary>The outcome.</summary>
    public CheckOutcome Outcome { get; }

    /// <summary>True when the check passed; false also when it could not be made.</summary>
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
