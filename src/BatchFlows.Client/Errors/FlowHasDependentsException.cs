using System.Collections.Generic;
using System.Linq;

namespace BatchFlows;

/// <summary>A flow was not deleted, because others depend on it. The message names them.</summary>
public sealed class FlowHasDependentsException : FlowServiceException
{
    internal FlowHasDependentsException(FlowServiceException refusal, IReadOnlyList<FlowSummary> dependents)
        : base(refusal, Explain(dependents), "Take its links out of them, or delete them first, then try again.") => Dependents = dependents;

    /// <summary>The flows with links to it.</summary>
    public IReadOnlyList<FlowSummary> Dependents { get; }

    private static string Explain(IReadOnlyList<FlowSummary> dependents) =>
        $"What depends on it: {string.Join(", ", dependents.Select(flow => $"{flow.FlowId} '{flow.FlowName}'"))}.";
}
