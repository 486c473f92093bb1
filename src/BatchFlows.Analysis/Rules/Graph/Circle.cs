using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Graphs;

namespace BatchFlows.Analysis.Rules.Graph;

internal sealed class Circle() : Rule(
    "BF101", RuleSeverity.Error, "tasks in a circle",
    "Tasks that wait for each other never start, and the service refuses to import the flow.",
    "Remove one of the relations of the circle.")
{
    public override IEnumerable<Problem> Check(CheckedFlow flow)
    {
        var graph = Digraph.Of(
            [],
            flow.Relations.Select(one => (one.Relation.SourceTaskName ?? "", one.Relation.TargetTaskName ?? "")));
        foreach (var circle in Components.In(graph).Circles(graph))
        {
            var names = circle.OrderBy(name => name, StringComparer.Ordinal).ToArray();
            yield return new Problem(
                names.Length == 1 ? $"The task {Texts.Of(names[0])} waits for itself."
                    : $"The tasks {Texts.List(names)} wait for each other.",
                "relations");
        }
    }
}
