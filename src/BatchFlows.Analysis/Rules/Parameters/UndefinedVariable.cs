using System.Linq;
using System.Text.RegularExpressions;
using BatchFlows.Analysis.Variables;
using BatchFlows.Model.Failures;

namespace BatchFlows.Analysis.Rules.Parameters;

internal sealed class UndefinedVariable() : TaskRule(
    "BF701", RuleSeverity.Warning, "cmd", "variable that is not defined",
    "The service replaces parameters of the flow and system variables. Any other name stays as it is, "
        + "and a shell replaces it by nothing. Names in capitals are taken for variables of the "
        + "environment.",
    "Correct the name, or add the parameter to the flow.")
{
    private static readonly Regex OfEnvironment = new(@"^(?:[A-Z_][A-Z0-9_]*|[0-9]+)\z", RegexOptions.CultureInvariant);

    protected override string? ProblemOf(CheckedTask task, CheckedFlow flow)
    {
        var unknown = task.Variables.Where(name => !IsDefined(name, task, flow)).ToArray();
        if (unknown.Length == 0) return null;
        var near = NearNames.Ask(unknown[0], flow.ParameterNames.Concat(SystemVariables.All));
        return $"Nothing defines {Texts.List([.. unknown.Select(name => $"${{{name}}}")])}. {near}".TrimEnd();
    }

    private static bool IsDefined(string name, CheckedTask task, CheckedFlow flow) =>
        flow.ParameterNames.Contains(name) || SystemVariables.LooksLikeOne(name) || OfEnvironment.IsMatch(name)
            || (task.Shell is { } shell && (shell.Assigned.Contains(name) || IsExpansion(name)));

    /// <summary>A shell reads <c>${name-text}</c> as a default value.</summary>
    private static bool IsExpansion(string name) => name.Contains('-');
}
