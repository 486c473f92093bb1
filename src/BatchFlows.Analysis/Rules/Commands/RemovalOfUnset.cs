using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using BatchFlows.Analysis.Variables;

namespace BatchFlows.Analysis.Rules.Commands;

internal sealed class RemovalOfUnset() : TaskRule(
    "BF804", RuleSeverity.Error, "cmd", "rm -r of a variable that may be unset",
    "When the variable is unset, it is replaced by nothing, and rm removes the folder above: rm -rf "
        + "\"$DIR/\" becomes rm -rf /.",
    "Begin the script with set -u, or write ${DIR:?}, which ends the script when DIR is unset or "
        + "empty.")
{
    private static readonly Regex Variable = new(
        @"\$(?:\{(?<name>[A-Za-z_][\w.-]*)\}|(?<name>[A-Za-z_]\w*))", RegexOptions.CultureInvariant);

    private static readonly HashSet<string> AlwaysSet = ["HOME", "PWD", "USER", "OLDPWD", "UID", "RANDOM"];

    protected override string? ProblemOf(CheckedTask task, CheckedFlow flow)
    {
        if (!task.Command.Contains("rm ") || task.Shell is not { EndsAtUnsetVariables: false } shell) return null;
        var unset = shell.Commands.SelectMany(Removed).SelectMany(VariablesOf)
            .FirstOrDefault(name => !shell.Assigned.Contains(name) && !flow.ParameterNames.Contains(name)
                && !SystemVariables.IsKnown(name) && !AlwaysSet.Contains(name));
        return unset is null ? null : $"rm removes a path with the variable {Texts.Of(unset)}, which may be unset.";
    }

    private static IEnumerable<string> Removed(IReadOnlyList<string> words)
    {
        var removal = words.TakeWhile(word => !IsRemoval(word)).Count();
        var rest = words.Skip(removal + 1).ToArray();
        return rest.Any(IsRecursive) ? rest : [];
    }

    private static bool IsRecursive(string word) =>
        word == "--recursive" || (word is ['-', not '-', ..] && (word.Contains('r') || word.Contains('R')));

    private static bool IsRemoval(string word) => word is "rm" or "/bin/rm" or "/usr/bin/rm";

    /// <summary>A text in single quotes has no variables.</summary>
    private static IEnumerable<string> VariablesOf(string word) => word[0] == '\''
        ? []
        : Variable.Matches(word).Cast<Match>().Select(match => match.Groups["name"].Value);
}
