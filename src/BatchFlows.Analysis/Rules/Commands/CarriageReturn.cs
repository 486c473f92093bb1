using System.Linq;

namespace BatchFlows.Analysis.Rules.Commands;

internal sealed class CarriageReturn() : TaskRule(
    "BF801", RuleSeverity.Error, "cmd", "carriage returns in a shell script",
    "The shell takes a carriage return at the end of a line for a part of the last word, so commands "
        + "and files are not found.",
    "Save the script with line feeds only: in an editor 'LF', or sed -i 's/\\r$//'.")
{
    protected override string? ProblemOf(CheckedTask task, CheckedFlow flow)
    {
        if (!task.IsShell || !task.Command.Contains('\r')) return null;
        var line = 1 + task.Command.TakeWhile(character => character != '\r').Count(character => character == '\n');
        var count = task.Command.Count(character => character == '\r');
        return $"The script has {count} carriage return{(count == 1 ? "" : "s")}, the first in line {line}.";
    }
}
