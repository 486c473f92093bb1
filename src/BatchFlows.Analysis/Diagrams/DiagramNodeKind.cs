namespace BatchFlows.Analysis.Diagrams;

/// <summary>What a node stands for.</summary>
internal enum DiagramNodeKind
{
    /// <summary>A task of the flow.</summary>
    Task,

    /// <summary>A flow.</summary>
    Flow,

    /// <summary>Another flow, or a task of one, that tasks wait for.</summary>
    Link,

    /// <summary>Something that a relation names and that is not there.</summary>
    Missing,
}
