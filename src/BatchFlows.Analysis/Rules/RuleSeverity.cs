namespace BatchFlows;

/// <summary>How serious a finding is.</summary>
public enum RuleSeverity
{
    /// <summary>Worth knowing.</summary>
    Information = 0,

    /// <summary>Probably a mistake, or a risk.</summary>
    Warning = 1,

    /// <summary>The flow cannot run as it is meant to, or the service refuses it.</summary>
    Error = 2,
}
