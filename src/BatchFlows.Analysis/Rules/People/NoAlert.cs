namespace BatchFlows.Analysis.Rules.People;

internal sealed class NoAlert() : FieldRule(
    "BF603", RuleSeverity.Warning, "alertMode", "periodic flow without alerts",
    "Nobody is told when a run fails.",
    "Set alertMode to 1 (e-mail), 2 (SMS) or 3 (both).")
{
    protected override string? ProblemOf(CheckedFlow flow) =>
        flow.IsScheduled && flow.Definition.AlertMode is (null or AlertMode.Off) ? "A failed run alerts nobody." : null;
}
