namespace BatchFlows.Analysis.Rules.Retries;

internal sealed class ManyRetries() : TaskRule(
    "BF403", RuleSeverity.Warning, "retryLimit", "many retries",
    "A task that fails for a lasting reason is repeated for long before anybody is alerted.",
    "Set retryLimit to 10 or less.")
{
    private const int Most = 10;

    protected override string? ProblemOf(CheckedTask task, CheckedFlow flow) =>
        task.Task.RetryLimit > Most ? $"A failed run is repeated {task.Task.RetryLimit} times." : null;
}
