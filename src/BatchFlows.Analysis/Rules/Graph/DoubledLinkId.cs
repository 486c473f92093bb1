using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Analysis.Rules.Graph;

internal sealed class DoubledLinkId() : Rule(
    "BF111", RuleSeverity.Error, "two links with one ID",
    "Relations name links by their IDs, so it is uncertain which link they mean.",
    "Give each link its own ID, and correct the relations.")
{
    public override IEnumerable<Problem> Check(CheckedFlow flow) => flow.Links
        .GroupBy(one => one.Link.LinkId)
        .SelectMany(same => same.Skip(1))
        .Select(one => new Problem(
            $"Another link has the ID {Texts.Of(one.Link.LinkId)} too.", $"{one.Path}.linkId"));
}
