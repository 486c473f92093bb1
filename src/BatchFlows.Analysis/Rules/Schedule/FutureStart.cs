namespace BatchFlows.Analysis.Rules.Schedule;

internal sealed class FutureStart() : FieldRule(
    "BF206", RuleSeverity.Information, "startTime", "schedule that has not begun",
    "The schedule is effective only from a date in the future, so the flow does not run before.",
    "Wait, or set an earlier start date.")
{
    protected override string? ProblemOf(CheckedFlow flow) =>
        flow.IsScheduled && flow.Definition.StartTime is { Value: { } start } time && start > flow.Context.LocalNow
            ? $"The schedule begins on {time.Text}."
            : null;
}
