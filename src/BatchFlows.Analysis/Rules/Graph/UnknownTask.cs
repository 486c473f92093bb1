using System.Collections.Generic;
using BatchFlows.Model.Failures;

namespace BatchFlows.Analysis.Rules.Graph;

internal sealed class UnknownTask() : Rule(
    "BF103", RuleSeverity.Error, "relation of an unknown task",
    "A relation names a task that the flow does not have. The service refuses the import.",
    "Correct the name, or remove the relation.")
{
    public override IEnumerable<Problem> Check(CheckedFlow flow)
    {
        foreach (var (relation, path) in flow.Relations)
        {
            if (IsUnknown(relation.SourceTaskName))
                yield return Of(flow, relation.SourceTaskName, $"{path}.sourceTaskName");
            if (IsUnknown(relation.TargetTaskName))
                yield return Of(flow, relation.TargetTaskName, $"{path}.targetTaskName");
        }

        bool IsUnknown(string? name) => !string.IsNullOrEmpty(name) && !flow.TaskNames.Contains(name!);
    }

    private static Problem Of(CheckedFlow flow, string? name, string path) => new(
        $"The flow has no task {Texts.Of(name)}. {NearNames.Ask(name!, flow.TaskNames)}".TrimEnd(), path);
}
