namespace BatchFlows.Analysis.Rules.People;

internal sealed class NoOwner() : FieldRule(
    "BF601", RuleSeverity.Warning, "owners", "flow without an owner",
    "Only owners may change or start a flow. One without owners can be changed by administrators "
        + "only.",
    "Set at least two owners.")
{
    protected override string? ProblemOf(CheckedFlow flow) =>
        flow.Definition.Owners.Count == 0 ? "The flow has no owner." : null;
}
