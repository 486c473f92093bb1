using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Analysis.Rules.Graph;

internal sealed class IsolatedTask() : Rule(
    "BF106", RuleSeverity.Warning, "task without relations among related tasks",
    "The other tasks of the flow are ordered by relations. A task outside of that order starts at "
        + "once, which is often a forgotten relation.",
    "Relate the task to the others, or move it to a flow of its own.")
{
    public override IEnumerable<Problem> Check(CheckedFlow flow)
    {
        var related = new HashSet<string?>(flow.Relations
            .SelectMany(one => new[] { one.Relation.SourceTaskName, one.Relation.TargetTaskName })
            .Concat(flow.LinkRelations.Select(one => one.Relation.TargetTaskName)));
        return flow.Relations.Count == 0
            ? []
            : flow.Tasks.Where(task => !related.Contains(task.Name)).Select(task => new Problem(
                "The task has no relation to the other tasks, so it starts at once.", task.At("name"), task.Name));
    }
}
