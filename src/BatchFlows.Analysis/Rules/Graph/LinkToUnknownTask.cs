using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Analysis.Rules.Graph;

internal sealed class LinkToUnknownTask() : Rule(
    "BF109", RuleSeverity.Error, "link relation to an unknown task",
    "A link relation names a task that the flow does not have. The service refuses the import.",
    "Correct the name, or remove the relation.")
{
    public override IEnumerable<Problem> Check(CheckedFlow flow) => flow.LinkRelations
        .Where(one => !flow.TaskNames.Contains(one.Relation.TargetTaskName ?? ""))
        .Select(one => new Problem(
            $"The flow has no task {Texts.Of(one.Relation.TargetTaskName)}.", $"{one.Path}.targetTaskName"));
}
