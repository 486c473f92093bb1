namespace BatchFlows.Analysis.Rules.Schedule;

internal sealed class UnknownCycle() : FieldRule(
    "BF208", RuleSeverity.Error, "cycle", "cycle that does not exist",
    "The service knows the cycles M, W, D, H and mi. Case matters: M is a month, mi a minute.",
    "Set one of M, W, D, H and mi.")
{
    protected override string? ProblemOf(CheckedFlow flow) =>
        flow.Definition.Cycle is "M" or "W" or "D" or "H" or "mi" ? null
        : string.IsNullOrEmpty(flow.Definition.Cycle) ? "The flow has no cycle."
        : $"The service does not know the cycle {Texts.Of(flow.Definition.Cycle)}.";
}
