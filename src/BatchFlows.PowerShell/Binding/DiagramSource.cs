namespace BatchFlows.Binding;

/// <summary>What a picture is made of: a file, a flow, a run, or a difference of two flows.</summary>
public sealed class DiagramSource
{
    internal DiagramSource(FlowSource flow) => Flow = flow;

    internal DiagramSource(string runId, FlowInstance? run) => (RunId, Run) = (runId, run);

    internal DiagramSource(FlowDifference difference) => Difference = difference;

    internal FlowSource? Flow { get; }

    internal string? RunId { get; }

    /// <summary>The run, when that is at hand.</summary>
    internal FlowInstance? Run { get; }

    internal FlowDifference? Difference { get; }

    /// <summary>The path, the flow, the ID of the run or the difference.</summary>
    public override string ToString() => RunId ?? Flow?.ToString() ?? $"{Difference}";
}
