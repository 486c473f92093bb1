using System.Text.RegularExpressions;

namespace BatchFlows.Analysis.Rules.Portability;

internal sealed class PersonalPath() : TaskRule(
    "BF901", RuleSeverity.Warning, "cmd", "path of a person or a machine",
    "The path exists on one machine or for one person only, so the task fails elsewhere.",
    "Use a path below the task's own folder, or a parameter.")
{
    private static readonly Regex Path = new(
        @"(?<![\w/.-])(?:/home/[\w.-]{1,60}|/Users/[\w.-]{1,60}|(?i:[A-Z]:\\Users\\[\w.-]{1,60}))(?=[/\\])",
        RegexOptions.CultureInvariant);

    protected override string? ProblemOf(CheckedTask task, CheckedFlow flow) =>
        (task.Command.Contains("/home/") || task.Command.Contains("Users"))
            && Path.Match(task.Command) is { Success: true } match ? $"The command uses the path {match.Value}." : null;
}
