namespace BatchFlows.Analysis.Rules.Commands;

internal sealed class FailureIgnored() : TaskRule(
    "BF807", RuleSeverity.Information, "cmd", "script that goes on after a failure",
    "Only the last command of the script decides whether the task fails. A failure of another one is "
        + "not seen.",
    "Begin the script with set -e, or join the commands with &&.")
{
    protected override string? ProblemOf(CheckedTask task, CheckedFlow flow) =>
        task.Command.IndexOfAny(['\n']) >= 0 && task.Shell is { EndsAtErrors: false } shell && shell.Commands.Count > 2
            && !task.Command.Contains("&&") && !task.Command.Contains("||")
            ? "The script has several commands and does not end at the first failure."
            : null;
}
