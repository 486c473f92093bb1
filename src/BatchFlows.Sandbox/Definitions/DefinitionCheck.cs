using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Sandbox;

/// <summary>
/// Whether a definition hangs together: names are there once, relations lead from task to task and never in a circle.
/// </summary>
internal static class DefinitionCheck
{
    public static bool IsSound(FlowModel flow)
    {
        var names = new HashSet<string>(flow.Tasks.Select(task => task.Name));
        var links = new HashSet<string>(flow.Links.Select(link => link.LinkId));
        return names.Count == flow.Tasks.Count
            && !names.Contains("")
            && flow.Relations.All(relation => names.Contains(relation.Source) && names.Contains(relation.Target))
            && flow.LinkRelations.All(relation => links.Contains(relation.LinkId) && names.Contains(relation.Target))
            && !HasCircle(names, flow.Relations);
    }

    /// <summary>Removes tasks that wait for nothing until only circles are left, if any.</summary>
    private static bool HasCircle(HashSet<string> names, IReadOnlyList<RelationModel> relations)
    {
        var targets = relations.ToLookup(relation => relation.Source, relation => relation.Target);
        var sources = relations.GroupBy(relation => relation.Target)
            .ToDictionary(group => group.Key, group => group.Count());
        var free = new Stack<string>(names.Where(name => !sources.ContainsKey(name)));
        var taken = 0;
        for (; free.Count > 0; taken++)
        {
            foreach (var target in targets[free.Pop()])
            {
                if (--sources[target] == 0) free.Push(target);
            }
        }
        return taken < names.Count;
    }
}
