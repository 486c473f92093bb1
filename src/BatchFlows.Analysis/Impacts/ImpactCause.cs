namespace BatchFlows;

/// <summary>What happens to a flow or a task.</summary>
public enum ImpactCause
{
    /// <summary>Its schedule is paused.</summary>
    Disable,

    /// <summary>It is deleted.</summary>
    Remove,

    /// <summary>Its next run fails, and so do those after it.</summary>
    Fail,

    /// <summary>Its next run ends late, and so do those after it.</summary>
    Delay,
}
