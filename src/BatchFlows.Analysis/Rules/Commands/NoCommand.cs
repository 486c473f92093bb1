namespace BatchFlows.Analysis.Rules.Commands;

internal sealed class NoCommand() : TaskRule(
    "BF805", RuleSeverity.Error, "cmd", "task without a command",
    "The task has neither a command nor a file, so it does nothing.",
    "Add the command, or remove the task.")
{
    protected override string? ProblemOf(CheckedTask task, CheckedFlow flow) =>
        string.IsNullOrWhiteSpace(task.Command) && string.IsNullOrWhiteSpace(task.Task.FilePackage)
            ? "The task has no command."
            : null;
}
