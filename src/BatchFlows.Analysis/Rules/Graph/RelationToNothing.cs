using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Analysis.Rules.Graph;

internal sealed class RelationToNothing() : Rule(
    "BF104", RuleSeverity.Error, "relation without a task",
    "A relation needs a source and a target. Without one of them it says nothing, and the service "
        + "refuses the import.",
    "Complete the relation, or remove it.")
{
    public override IEnumerable<Problem> Check(CheckedFlow flow) => flow.Relations
        .Where(one => string.IsNullOrEmpty(one.Relation.SourceTaskName)
            || string.IsNullOrEmpty(one.Relation.TargetTaskName))
        .Select(one => new Problem("The relation has no source or no target.", one.Path));
}
