using System.Collections.Generic;
using System.Linq;
using BatchFlows.Model.Failures;

namespace BatchFlows.Analysis.Rules.Graph;

internal sealed class UnknownTask() : Rule(
    "BF103", RuleSeverity.Error, "relation of an unknown task",
    "A relation names a task that the flow does not have. The service refuses the import.",
    "Correct the name, or remove the relation.")
{
    // Looking for near names takes time, and a flow of thousands of wrong names has another fault.
    private const int MostQuestions = 20;

    public override IEnumerable<Problem> Check(CheckedFlow flow) => flow.Relations
        .SelectMany(one => new[]
        {
            (Name: one.Relation.SourceTaskName, Path: $"{one.Path}.sourceTaskName"),
            (Name: one.Relation.TargetTaskName, Path: $"{one.Path}.targetTaskName"),
        })
        .Where(end => !string.IsNullOrEmpty(end.Name) && !flow.TaskNames.Contains(end.Name!))
        .Select((end, i) => new Problem(
            FlowException.Join(
                $"The flow has no task {Texts.Of(end.Name)}.",
                i < MostQuestions ? NearNames.Ask(end.Name!, flow.TaskNames) : ""),
            end.Path));
}
