using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Analysis.Rules.Links;

internal sealed class UnknownFlow() : Rule(
    "BF501", RuleSeverity.Error, "link to a flow that does not exist",
    "The flow waits for another flow that the organisation does not have, so it never starts. The "
        + "service accepts such a link.",
    "Correct the name of the flow, import that flow first, or remove the link.")
{
    public override IEnumerable<Problem> Check(CheckedFlow flow) => flow.Links
        .Where(one => flow.Context.LinkedFlows is { } linked
            && (!linked.TryGetValue(one.Link.SourceFlowName ?? "", out var source) || source is null))
        .Select(one => new Problem(
            $"The organisation has no flow {Texts.Of(one.Link.SourceFlowName)}.", $"{one.Path}.sourceFlowName"));
}
