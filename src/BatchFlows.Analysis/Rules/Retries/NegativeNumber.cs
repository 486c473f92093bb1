namespace BatchFlows.Analysis.Rules.Retries;

internal sealed class NegativeNumber() : TaskRule(
    "BF402", RuleSeverity.Error, "", "negative time or count",
    "Time limit, retries and the wait between them cannot be negative.",
    "Set 0 or a positive number.")
{
    protected override string? ProblemOf(CheckedTask task, CheckedFlow flow) =>
        task.Task.Timeout < 0 ? "The timeout is negative."
        : task.Task.RetryLimit < 0 ? "retryLimit is negative."
        : task.Task.RetryInterval < 0 ? "retryInterval is negative."
        : null;
}
