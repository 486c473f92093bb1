namespace BatchFlows;

/// <summary>What becomes of runs because of something that happens to another flow or task.</summary>
public enum ImpactEffect
{
    /// <summary>They start late.</summary>
    StartsLate,

    /// <summary>They wait until what they wait for runs again.</summary>
    Waits,

    /// <summary>They do not run until the dependency itself is changed, or at all.</summary>
    NeverRuns,
}
