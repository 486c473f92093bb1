using System.Collections.Generic;

namespace BatchFlows.Analysis.Rules;

/// <summary>A rule: what its findings mean, and how it finds them.</summary>
internal abstract class Rule(string id, RuleSeverity severity, string title, string explanation, string remedy)
{
    public FlowRule About { get; } = new(id, severity, title, explanation, remedy);

    public abstract IEnumerable<Problem> Check(CheckedFlow flow);
}
