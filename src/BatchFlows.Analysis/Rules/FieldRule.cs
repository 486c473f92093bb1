using System.Collections.Generic;

namespace BatchFlows.Analysis.Rules;

/// <summary>A rule that finds at most one problem, in a field of the flow.</summary>
internal abstract class FieldRule(
    string id, RuleSeverity severity, string field, string title, string explanation, string remedy)
    : Rule(id, severity, title, explanation, remedy)
{
    public sealed override IEnumerable<Problem> Check(CheckedFlow flow) =>
        ProblemOf(flow) is { } message ? [new Problem(message, field)] : [];

    /// <summary>What is wrong; null when nothing is.</summary>
    protected abstract string? ProblemOf(CheckedFlow flow);
}
