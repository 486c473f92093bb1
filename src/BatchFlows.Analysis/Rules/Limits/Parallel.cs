namespace BatchFlows.Analysis.Rules.Limits;

internal sealed class Parallel() : TaskRule(
    "BF303", RuleSeverity.Error, "runMode.maxParallel", "sub-tasks without a limit",
    "A task with sub-tasks needs maxParallel: how many of them run at once. With 0 or without it none "
        + "can run.",
    "Set maxParallel to 1 or more, or taskMode to 1.")
{
    protected override string? ProblemOf(CheckedTask task, CheckedFlow flow) =>
        task.IsSplit && task.RunMode.MaxParallel is not >= 1
            ? $"The task has sub-tasks, and maxParallel is {task.RunMode.MaxParallel?.ToString("D", null) ?? "none"}."
            : null;
}
