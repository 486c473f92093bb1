namespace BatchFlows.Analysis.Rules.People;

internal sealed class SingleOwner() : FieldRule(
    "BF602", RuleSeverity.Information, "owners", "flow with a single owner",
    "When the only owner is away, nobody else can change or start the flow.",
    "Add a second owner.")
{
    protected override string? ProblemOf(CheckedFlow flow) => flow.Definition.Owners.Count == 1
        ? $"{Texts.Of(flow.Definition.Owners[0])} is the only owner."
        : null;
}
