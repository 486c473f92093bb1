using System;
using System.Linq;

namespace BatchFlows.Analysis.Rules.Portability;

internal sealed class UnknownType() : TaskRule(
    "BF904", RuleSeverity.Warning, "type", "task type that is not documented",
    "The service documents the types 0 to 9 and the words COMMAND, SHELL, PYTHON and "
        + "DATA_INTEGRATION. Other types exist in single editions only.",
    "Use a documented type.")
{
    private static readonly string[] Words = ["COMMAND", "Shell"];

    protected override string? ProblemOf(CheckedTask task, CheckedFlow flow)
    {
        var name = task.Task.Type.Name;
        return TaskType.Names.Concat(Words).Contains(name, StringComparer.OrdinalIgnoreCase)
            ? null
            : $"The service does not document the type {Texts.Of(name)}.";
    }
}
