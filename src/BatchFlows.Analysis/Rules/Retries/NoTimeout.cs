namespace BatchFlows.Analysis.Rules.Retries;

internal sealed class NoTimeout() : TaskRule(
    "BF401", RuleSeverity.Warning, "timeout", "task without a time limit",
    "Without a time limit a task that hangs runs for ever, and the next run of the flow waits behind "
        + "it.",
    "Set the timeout to some times of the usual duration. The unit is not documented; seconds are "
        + "likely.")
{
    protected override string? ProblemOf(CheckedTask task, CheckedFlow flow) =>
        task.Task.Timeout is null or 0 ? "The task has no timeout." : null;
}
