using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Analysis.Rules.Graph;

internal sealed class RelationWithoutLink() : Rule(
    "BF108", RuleSeverity.Error, "link relation without its link",
    "A link relation names a link by its ID, and the flow has no such link. The service refuses the "
        + "import.",
    "Correct the link ID, add the link, or remove the relation.")
{
    public override IEnumerable<Problem> Check(CheckedFlow flow)
    {
        var known = new HashSet<string?>(flow.Links.Select(one => one.Link.LinkId));
        return flow.LinkRelations.Where(one => !known.Contains(one.Relation.LinkId))
            .Select(one => new Problem(
                $"The flow has no link with the ID {Texts.Of(one.Relation.LinkId)}.", $"{one.Path}.linkId",
                one.Relation.TargetTaskName));
    }
}
