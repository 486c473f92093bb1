namespace BatchFlows;

/// <summary>On which side of a flow a dependency is.</summary>
public enum DependencyDirection
{
    /// <summary>The flow waits for it.</summary>
    Up,

    /// <summary>It waits for the flow.</summary>
    Down,
}
