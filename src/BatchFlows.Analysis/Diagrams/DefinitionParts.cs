using System.Collections.Generic;
using System.Linq;
using BatchFlows.Model.Schedules;

namespace BatchFlows.Analysis.Diagrams;

/// <summary>The nodes and edges of a definition, by keys that are the same in another version of it.</summary>
/// <param name="Nodes">Tasks in their order, then links.</param>
/// <param name="Edges">The ends of the edges, which need not be among the nodes.</param>
internal sealed record DefinitionParts(
    IReadOnlyList<(string Key, DiagramNode Node)> Nodes,
    IReadOnlyList<((string Key, string Name) From, (string Key, string Name) To)> Edges)
{
    public static DefinitionParts Of(FlowDefinition flow)
    {
        var links = flow.FlowLinks.Cast<Link>().Concat(flow.TaskLinks).ToArray();
        var byId = links.Where(link => link.LinkId is not null).ToLookup(link => link.LinkId!);
        return new DefinitionParts(
            [
                .. flow.Tasks.Select(task => (KeyOf(task.TaskName).Key, NodeOf(task))),
                .. links.Select(link => (KeyOf(link).Key, NodeOf(link))).GroupBy(pair => pair.Key)
                    .Select(same => same.First()),
            ],
            [
                .. flow.Relations.Select(
                    relation => (KeyOf(relation.SourceTaskName), KeyOf(relation.TargetTaskName))),
                .. flow.LinkRelations.SelectMany(relation => SourcesOf(byId, relation.LinkId)
                    .Select(source => (source, KeyOf(relation.TargetTaskName)))),
            ]);
    }

    private static IEnumerable<(string Key, string Name)> SourcesOf(ILookup<string, Link> links, string? id) =>
        links[id ?? ""].Any() ? links[id ?? ""].Select(KeyOf) : [($"id {id}", $"link {id}")];

    private static (string Key, string Name) KeyOf(string? task) => ($"task {task}", task ?? "");

    private static (string Key, string Name) KeyOf(Link link) => ($"link {link}", $"{link}");

    private static DiagramNode NodeOf(FlowTask task) => new(task.TaskName ?? "", DiagramNodeKind.Task)
    {
        Note = DiagramDetails.Join(", ", task.Type.Name, ScheduleWords.Of(type: null, task.Cron)),
        Details = DiagramDetails.Of(
            ("type", task.Type.Name), ("schedule", ScheduleWords.Of(type: null, task.Cron)),
            ("resource", task.Resource), ("timeout", task.Timeout), ("retries", task.RetryLimit),
            ("run mode", task.RunMode)),
    };

    private static DiagramNode NodeOf(Link link) => new($"{link}", DiagramNodeKind.Link)
    {
        Note = link.SourceTaskName is null ? "flow" : "task of another flow",
        Details = DiagramDetails.Of(("flow", link.SourceFlowName), ("task", link.SourceTaskName)),
    };
}
