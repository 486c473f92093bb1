namespace BatchFlows.Analysis.Rules.Limits;

internal sealed class UnknownMode() : TaskRule(
    "BF306", RuleSeverity.Error, "runMode", "run mode that cannot be read",
    "The run mode is a JSON object with taskMode 1 (one task) or 2 (sub-tasks). The service cannot "
        + "start a task whose run mode it does not understand.",
    "Write the run mode as the service documents it, or copy it from another task.")
{
    protected override string? ProblemOf(CheckedTask task, CheckedFlow flow) =>
        task.RunMode.TaskMode is TaskMode.Single or TaskMode.Multiple ? null
        : task.RunMode.TaskMode is { } mode ? $"The service does not know taskMode {mode:D}."
        : "The task has no run mode with a taskMode.";
}
