using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Analysis.Rules.Links;

internal sealed class TaskNotForLinks() : Rule(
    "BF503", RuleSeverity.Error, "link to a task that may not be linked",
    "Other flows may wait for a task only if its field asLink is true.",
    "Set asLink of that task to true, or link to the whole flow.")
{
    public override IEnumerable<Problem> Check(CheckedFlow flow) => flow.Links
        .Where(one => one.Link is TaskLink && LinkedFlow.Of(one.Link, flow) is { } source
            && source.Tasks.Any(task => task.TaskName == one.Link.SourceTaskName && task.AsLink is not true))
        .Select(one => new Problem(
            $"The task {Texts.Of(one.Link.SourceTaskName)} of {Texts.Of(one.Link.SourceFlowName)} may not be linked.",
            $"{one.Path}.sourceTaskName"));
}
