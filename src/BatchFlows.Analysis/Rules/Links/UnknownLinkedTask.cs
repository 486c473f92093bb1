using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Analysis.Rules.Links;

internal sealed class UnknownLinkedTask() : Rule(
    "BF502", RuleSeverity.Error, "link to a task that does not exist",
    "The flow waits for a task that the other flow does not have, so it never starts.",
    "Correct the name of the task, or remove the link.")
{
    public override IEnumerable<Problem> Check(CheckedFlow flow) => flow.Links
        .Where(one => one.Link is TaskLink && LinkedFlow.Of(one.Link, flow) is { } source
            && source.Tasks.All(task => task.TaskName != one.Link.SourceTaskName))
        .Select(one => new Problem(
            $"The flow {Texts.Of(one.Link.SourceFlowName)} has no task {Texts.Of(one.Link.SourceTaskName)}.",
            $"{one.Path}.sourceTaskName"));
}
