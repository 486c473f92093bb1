namespace BatchFlows.Analysis.MissedRuns;

/// <summary>A flow that a run waits for, and that has not succeeded for it.</summary>
/// <param name="FlowId">ID of the flow.</param>
/// <param name="FlowName">Name of the flow.</param>
/// <param name="Name">That name, or with the task for which the run waits, such as <c>flow/task</c>.</param>
/// <param name="What">What became of the flow, such as <c>failed (3106-20261128163000)</c>.</param>
internal sealed record UpstreamProblem(long FlowId, string FlowName, string Name, string What)
{
    /// <summary>The run to look at; null when the last one succeeded, and when there is none.</summary>
    public string? FlowInstanceId { get; init; }

    /// <summary>True when its last run succeeded, but in an earlier period.</summary>
    public bool HasSucceeded { get; init; }

    /// <summary>The name, and what became of it.</summary>
    public override string ToString() => $"'{Name}', which {What}";
}
