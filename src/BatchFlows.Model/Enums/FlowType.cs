namespace BatchFlows;

/// <summary>How a flow is scheduled. A number that this version does not know is kept.</summary>
public enum FlowType
{
    /// <summary>Started by hand (0).</summary>
    Manual = 0,

    /// <summary>Started by its schedule (1).</summary>
    Periodic = 1,

    /// <summary>Temporary (2).</summary>
    Temporary = 2,
}
