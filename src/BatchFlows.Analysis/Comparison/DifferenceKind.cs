namespace BatchFlows;

/// <summary>What became of something on the way from one definition to another.</summary>
public enum DifferenceKind
{
    /// <summary>Only the other definition has it.</summary>
    Added,

    /// <summary>Only the reference has it.</summary>
    Removed,

    /// <summary>Both have it, with different values.</summary>
    Changed,
}
