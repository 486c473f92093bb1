using System.Collections.Generic;
using System.Linq;
using BatchFlows.Model;

namespace BatchFlows;

/// <summary>A flow was not deleted, because others depend on it. The message names them.</summary>
public sealed class FlowHasDependentsException : FlowServiceException
{
    /// <param name="rest">What else there is to say.</param>
    internal FlowHasDependentsException(
        FlowServiceException refusal, IReadOnlyList<FlowSummary> dependents, string rest)
        : base(
            refusal, Explain(dependents) + rest, "Remove their links to this flow, or delete them first.") =>
            Dependents = new ShownList<FlowSummary>(dependents);

    /// <summary>The flows with links to it, as far as they could be read.</summary>
    public IReadOnlyList<FlowSummary> Dependents { get; }

    private static string Explain(IReadOnlyList<FlowSummary> dependents) =>
        $"Dependent flows: {string.Join(", ", dependents.Select(flow => $"{flow.FlowId} '{flow.FlowName}'"))}.";
}
