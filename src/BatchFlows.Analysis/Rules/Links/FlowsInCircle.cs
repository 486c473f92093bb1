using System.Collections.Generic;
using System.Linq;
using BatchFlows.Model.Definitions;

namespace BatchFlows.Analysis.Rules.Links;

internal sealed class FlowsInCircle() : Rule(
    "BF504", RuleSeverity.Error, "flows that wait for each other",
    "Each of the two flows waits for the other, so neither starts.",
    "Remove one of the links.")
{
    public override IEnumerable<Problem> Check(CheckedFlow flow) => flow.Links
        .Where(one => LinkedFlow.Of(one.Link, flow) is { } source && Waits(flow, source))
        .Select(one => new Problem(
            $"The flow waits for {Texts.Of(one.Link.SourceFlowName)}, which waits for it.", one.Path));

    private static bool Waits(CheckedFlow flow, FlowDefinition source) =>
        source.Links().Any(link => link.SourceFlowName == flow.Definition.FlowName);
}
