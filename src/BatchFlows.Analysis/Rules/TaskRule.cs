using System.Collections.Generic;

namespace BatchFlows.Analysis.Rules;

/// <summary>A rule that finds at most one problem in each task, in a field of it.</summary>
internal abstract class TaskRule(
    string id, RuleSeverity severity, string field, string title, string explanation, string remedy)
    : Rule(id, severity, title, explanation, remedy)
{
    public sealed override IEnumerable<Problem> Check(CheckedFlow flow)
    {
        foreach (var task in flow.Tasks)
        {
            if (ProblemOf(task, flow) is { } message)
                yield return new Problem(message, task.At(field), task.Name);
        }
    }

    /// <summary>What is wrong; null when nothing is.</summary>
    protected abstract string? ProblemOf(CheckedTask task, CheckedFlow flow);
}
