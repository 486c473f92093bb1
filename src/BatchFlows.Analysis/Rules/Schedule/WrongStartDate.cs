namespace BatchFlows.Analysis.Rules.Schedule;

internal sealed class WrongStartDate() : FieldRule(
    "BF205", RuleSeverity.Error, "startTime", "start date that is not a date",
    "The schedule is effective from this date on. The service documents the form yyyy-MM-dd, and "
        + "other texts may be read as another date or not at all.",
    "Write the date as yyyy-MM-dd, such as 2026-01-31.")
{
    protected override string? ProblemOf(CheckedFlow flow) => flow.Definition.StartTime is { Value: null } time
        ? $"The start date {Texts.Of(time.Text)} is not a date."
        : null;
}
