using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Rules;

namespace BatchFlows.Analysis.Reports;

/// <summary>What one rule found in all flows.</summary>
/// <param name="Findings">At least one.</param>
internal sealed record RuleFindings(FlowRule Rule, IReadOnlyList<FlowFinding> Findings)
{
    public IEnumerable<string> FlowNames => Findings.Select(finding => finding.FlowName ?? "").Distinct();

    /// <summary>The most serious first.</summary>
    public static IReadOnlyList<RuleFindings> Of(IEnumerable<FlowDefinition> flows, RuleContext context) =>
        [.. flows.SelectMany(flow => FlowCheck.Check(flow, context, AllRules.List))
            .GroupBy(finding => finding.Rule)
            .Select(same => new RuleFindings(same.Key, [.. same]))
            .OrderByDescending(rule => rule.Rule.Severity).ThenBy(rule => rule.Rule.RuleId)];
}
