using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Analysis.Rules.File;

internal sealed class IncompleteSuppression() : Rule(
    "BF001", RuleSeverity.Warning, "suppression that does not count",
    "An item of $suppress counts only with the ID of a rule and a reason, so that a reviewer knows "
        + "why a finding is accepted.",
    "Write the ID of the rule, the task if it is about one, and the reason.")
{
    public override IEnumerable<Problem> Check(CheckedFlow flow)
    {
        foreach (var suppression in Suppression.Of(flow.Definition))
        {
            var problem =
                !AllRules.List.Any(rule => rule.About.RuleId == suppression.RuleId?.ToUpperInvariant())
                    ? $"$suppress names the rule {Texts.Of(suppression.RuleId)}, which does not exist."
                : string.IsNullOrWhiteSpace(suppression.Reason)
                    ? $"$suppress gives no reason for the rule {suppression.RuleId}."
                : suppression.TaskName is { } task && !flow.TaskNames.Contains(task)
                    ? $"$suppress names the task {Texts.Of(task)}, which does not exist."
                : null;
            if (problem is not null) yield return new Problem(problem, "$suppress");
        }
    }
}
