using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Analysis.Rules.Graph;

internal sealed class UnusedLink() : Rule(
    "BF107", RuleSeverity.Warning, "link for which no task waits",
    "A link without a relation has no effect: nothing waits for the other flow.",
    "Add a relation from the link to the task that must wait, or remove the link.")
{
    public override IEnumerable<Problem> Check(CheckedFlow flow)
    {
        var used = new HashSet<string?>(flow.LinkRelations.Select(one => one.Relation.LinkId));
        return flow.Links.Where(one => !used.Contains(one.Link.LinkId))
            .Select(one => new Problem($"No task waits for the link to {Texts.Of(one.Link.ToString())}.", one.Path));
    }
}
