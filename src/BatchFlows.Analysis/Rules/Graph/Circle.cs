using System;
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
        var edges = flow.Relations.Select(
            one => (From: one.Relation.SourceTaskName ?? "", To: one.Relation.TargetTaskName ?? ""));
        // From both ends, so that only the circle is left, without what leads to it or follows it.
        var left = Peel([.. Peel([.. edges]).Select(edge => (edge.To, edge.From))]);
        if (left.Count == 0) yield break;
        var names = left.Select(edge => edge.From).Distinct().OrderBy(name => name, StringComparer.Ordinal).ToArray();
        yield return new Problem(
            names.Length == 1 ? $"The task {Texts.Of(names[0])} waits for itself."
                : $"The tasks {Texts.List(names)} wait for each other.",
            "relations");
    }

    /// <summary>Removes the edges of all to which none leads, again and again.</summary>
    private static List<(string From, string To)> Peel(List<(string From, string To)> edges)
    {
        var next = edges.ToLookup(edge => edge.From, edge => edge.To);
        var waiting = edges.GroupBy(edge => edge.To).ToDictionary(same => same.Key, same => same.Count());
        var free = new Queue<string>(next.Select(same => same.Key).Where(name => !waiting.ContainsKey(name)));
        var gone = new HashSet<string>();
        while (free.Count > 0)
        {
            var name = free.Dequeue();
            gone.Add(name);
            foreach (var target in next[name])
            {
                if (--waiting[target] == 0) free.Enqueue(target);
            }
        }

        return edges.FindAll(edge => !gone.Contains(edge.From));
    }
}
