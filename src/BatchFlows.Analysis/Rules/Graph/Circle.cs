using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Analysis.Rules.Graph;

internal sealed class Circle() : Rule(
    "BF101", RuleSeverity.Error, "tasks in a circle",
    "Tasks that wait for each other never start, and the service refuses to import the flow.",
    "Remove one of the relations of the circle.")
{
    public override IEnumerable<Problem> Check(CheckedFlow flow)
    {
        // Sources are removed until none is left; what remains is in a circle or behind one.
        var open = flow.Relations.Select(one => (From: one.Relation.SourceTaskName, To: one.Relation.TargetTaskName))
            .ToList();
        var waiting = new HashSet<string?>(open.Select(relation => relation.To));
        while (open.RemoveAll(relation => !waiting.Contains(relation.From)) > 0)
            waiting = [.. open.Select(relation => relation.To)];
        // From the other end, so that only the circle is left.
        var needed = new HashSet<string?>(open.Select(relation => relation.From));
        while (open.RemoveAll(relation => !needed.Contains(relation.To)) > 0)
            needed = [.. open.Select(relation => relation.From)];
        if (open.Count == 0) yield break;
        var names = needed.Select(name => name ?? "").ToArray();
        yield return new Problem(
            names.Length == 1 ? $"The task {Texts.Of(names[0])} waits for itself."
                : $"The tasks {Texts.List(names)} wait for each other.",
            "relations");
    }
}
