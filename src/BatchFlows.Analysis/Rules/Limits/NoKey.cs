namespace BatchFlows.Analysis.Rules.Limits;

internal sealed class NoKey() : TaskRule(
    "BF304", RuleSeverity.Error, "runMode.keyType", "sub-tasks without a distribution key",
    "A task with sub-tasks gets its keys from an external file (1) or from the field content (2).",
    "Set keyType to 1 or 2, or taskMode to 1.")
{
    protected override string? ProblemOf(CheckedTask task, CheckedFlow flow) =>
        task.IsSplit && task.RunMode.KeyType is not (KeyType.ExternalFile or KeyType.Custom)
            ? $"The task has sub-tasks, and keyType is {task.RunMode.KeyType?.ToString("D") ?? "missing"}."
            : null;
}
