using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Analysis.Rules.Graph;

internal sealed class LinkBehindTasks() : Rule(
    "BF110", RuleSeverity.Information, "link that is not a root",
    "Tasks before the one that waits for the link do not wait: they run while the other flow may "
        + "still be running.",
    "If the whole flow must wait, relate the link to the first tasks. Otherwise accept the finding "
        + "with $suppress.")
{
    public override IEnumerable<Problem> Check(CheckedFlow flow)
    {
        var followers = new HashSet<string?>(flow.Relations.Select(one => one.Relation.TargetTaskName));
        return flow.LinkRelations.Where(one => followers.Contains(one.Relation.TargetTaskName))
            .Select(one => new Problem(
                "The task waits for a link, and the tasks before it do not.", one.Path, one.Relation.TargetTaskName));
    }
}
