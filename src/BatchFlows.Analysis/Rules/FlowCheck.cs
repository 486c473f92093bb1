using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Analysis.Rules;

/// <summary>Checks a definition with rules.</summary>
internal static class FlowCheck
{
    /// <summary>The findings that the flow's file does not suppress, in the order of the rules.</summary>
    public static IReadOnlyList<FlowFinding> Check(
        FlowDefinition definition, RuleContext context, IEnumerable<Rule> rules)
    {
        var flow = new CheckedFlow(definition, context);
        var suppressions = Suppression.Of(definition);
        return
        [
            .. rules.SelectMany(rule => rule.Check(flow).Select(problem => FindingOf(rule, problem, definition)))
                .Where(finding => !suppressions.Any(suppression => suppression.Covers(finding))),
        ];
    }

    private static FlowFinding FindingOf(Rule rule, Problem problem, FlowDefinition definition) =>
        new(rule.About, problem.Message, problem.Location, problem.TaskName)
        {
            FlowName = definition.FlowName,
            FlowId = definition.FlowId,
            ConnectionName = definition.ConnectionName,
        };
}
