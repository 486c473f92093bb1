using BatchFlows.Analysis.Schedules;

namespace BatchFlows.Analysis.Rules.Schedule;

internal sealed class NeverFires() : FieldRule(
    "BF202", RuleSeverity.Error, "cron", "cron expression that never fires",
    "The expression is correct, but no such time comes: the year is over, or the month does not have "
        + "the day.",
    "Correct the day, the month or the year.")
{
    protected override string? ProblemOf(CheckedFlow flow) => flow.Schedule is not null && flow.NextTimes.Count == 0
        ? $"{Texts.Of(flow.Definition.Cron)} does not fire until the end of {CronSchedule.LastYear}; later times are "
            + "not computed."
        : null;
}
