namespace BatchFlows.Binding;

/// <summary>What a picture is made of: a file, a flow, a run, a difference of two flows, or a dependency.</summary>
public sealed class DiagramSource
{
    internal DiagramSource(FlowSource flow) => Flow = flow;

    internal DiagramSource(string runId, FlowInstance? run) => (RunId, Run) = (runId, run);

    internal DiagramSource(FlowDifference difference) => Difference = difference;

    internal DiagramSource(FlowDependency dependency) => Dependency = dependency;

    internal FlowSource? Flow { get; }

    internal string? RunId { get; }

    /// <summary>The run, when that is at hand.</summary>
    internal FlowInstance? Run { get; }

    internal FlowDifference? Difference { get; }

    internal FlowDependency? Dependency { get; }

    /// <summary>The path, the flow, the ID of the run, the difference or the dependency.</summary>
    public override string ToString() => RunId ?? Flow?.ToString() ?? Difference?.ToString() ?? $"{Dependency}";
}
