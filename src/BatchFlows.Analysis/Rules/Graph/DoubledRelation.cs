using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Analysis.Rules.Graph;

internal sealed class DoubledRelation() : Rule(
    "BF105", RuleSeverity.Warning, "two relations between the same tasks",
    "The second relation has no effect, or contradicts the first about rerun.",
    "Remove one of them.")
{
    public override IEnumerable<Problem> Check(CheckedFlow flow) => flow.Relations
        .GroupBy(one => (one.Relation.SourceTaskName, one.Relation.TargetTaskName))
        .SelectMany(same => same.Skip(1))
        .Select(one => new Problem($"The relation {one.Relation} is there twice.", one.Path));
}
