using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Model.Definitions;
using BatchFlows.Model.Failures;

namespace BatchFlows.Analysis.Graphs;

/// <summary>Which flow or task waits for which, over all flows that are known.</summary>
internal sealed class DependencyGraph
{
    private readonly ILookup<string, KnownFlow> _byName;
    private readonly Lazy<Components> _components;

    private DependencyGraph(IReadOnlyList<KnownFlow> flows, Func<DependencyGraph, IEnumerable<FlowEdge>> edgesOf)
    {
        Flows = flows;
        _byName = flows.ToLookup(flow => flow.Name, StringComparer.Ordinal);
        Edges = [.. edgesOf(this)];
        Graph = new Graph<FlowVertex>(
            flows.Select(FlowVertex.Whole), Edges.Select(edge => (edge.Source, edge.Target)));
        _components = new(() => Components.In(Graph));
    }

    public IReadOnlyList<KnownFlow> Flows { get; }

    /// <summary>The edges; their places are the indexes of the edges in <see cref="Graph"/>.</summary>
    public IReadOnlyList<FlowEdge> Edges { get; }

    public Graph<FlowVertex> Graph { get; }

    /// <summary>The graph of whole flows, with an edge for each link.</summary>
    public static DependencyGraph OfFlows(IReadOnlyList<KnownFlow> flows) => new(flows, graph => flows.SelectMany(
        flow => flow.Definition.Links().SelectMany(link => graph.LinkEdges(flow, link))));

    /// <summary>
    /// The graph of tasks. A flow as a whole follows its last tasks, and is what a link to the flow waits for.
    /// </summary>
    public static DependencyGraph OfTasks(IReadOnlyList<KnownFlow> flows) => new(
        flows, graph => flows.SelectMany(graph.TaskEdges));

    /// <summary>True when an edge is part of a circle.</summary>
    public bool IsInCircle(int edge) =>
        _components.Value.Of(Graph.Edges[edge].Source) == _components.Value.Of(Graph.Edges[edge].Target);

    /// <summary>The tasks of a flow that follow no other of its tasks; all in a circle without a beginning.</summary>
    public static IReadOnlyList<string> FirstTasksOf(KnownFlow flow) =>
        WithoutNeighbour(flow, one => one.TargetTaskName);

    private static IReadOnlyList<string> WithoutNeighbour(KnownFlow flow, Func<TaskRelation, string?> endOf)
    {
        var taken = new HashSet<string?>(flow.Definition.Relations.Select(endOf));
        var free = flow.TaskNames.Where(name => !taken.Contains(name)).ToArray();
        return free.Length > 0 ? free : flow.TaskNames;
    }

    private IEnumerable<FlowEdge> TaskEdges(KnownFlow flow)
    {
        var known = new HashSet<string>(flow.TaskNames, StringComparer.Ordinal);
        foreach (var relation in flow.Definition.Relations)
        {
            var (source, target) = (relation.SourceTaskName ?? "", relation.TargetTaskName ?? "");
            var unknown = !known.Contains(source) ? source : !known.Contains(target) ? target : null;
            yield return new FlowEdge(FlowVertex.OfTask(flow, source), FlowVertex.OfTask(flow, target))
            {
                Problem = unknown is null ? null : $"The flow has no task '{unknown}'.",
            };
        }

        foreach (var name in WithoutNeighbour(flow, one => one.SourceTaskName))
            yield return new FlowEdge(FlowVertex.OfTask(flow, name), FlowVertex.Whole(flow));

        var waiting = flow.Definition.LinkRelations.ToLookup(one => one.LinkId, one => one.TargetTaskName ?? "");
        foreach (var link in flow.Definition.Links())
        {
            foreach (var edge in LinkEdges(flow, link, waiting[link.LinkId].Any()))
            {
                var linked = link is TaskLink
                    ? edge.Source with { TaskName = link.SourceTaskName ?? "" }
                    : edge.Source;
                if (!edge.HasEffect) yield return edge with { Source = linked };
                foreach (var target in waiting[link.LinkId])
                {
                    yield return edge with
                    {
                        Source = linked,
                        Target = FlowVertex.OfTask(flow, target),
                        Problem = edge.Problem ?? (known.Contains(target) ? null : $"The flow has no task '{target}'."),
                    };
                }
            }
        }
    }

    private IEnumerable<FlowEdge> LinkEdges(KnownFlow flow, Link link) => LinkEdges(
        flow, link, flow.Definition.LinkRelations.Any(relation => relation.LinkId == link.LinkId));

    /// <summary>The edges from the whole flow that a link names; several where several flows have that name.</summary>
    private IEnumerable<FlowEdge> LinkEdges(KnownFlow flow, Link link, bool isUsed)
    {
        var name = link.SourceFlowName ?? "";
        foreach (var source in _byName[name].DefaultIfEmpty(null!))
        {
            yield return new FlowEdge(new FlowVertex(source, name, null), FlowVertex.Whole(flow))
            {
                Link = link,
                Problem = ProblemOf(source, link) ?? (isUsed ? null : "No task waits for the link."),
                HasEffect = isUsed,
            };
        }
    }

    private string? ProblemOf(KnownFlow? source, Link link)
    {
        if (source is null)
        {
            return FlowException.Join(
                $"No flow named '{link.SourceFlowName}' was found.",
                NearNames.Ask(link.SourceFlowName ?? "", Flows.Select(flow => flow.Name)));
        }

        if (link is not TaskLink) return null;
        var tasks = source.Definition.Tasks.Where(task => task.TaskName == link.SourceTaskName).ToArray();
        if (tasks.Length == 0)
        {
            return FlowException.Join(
                $"The flow '{source.Name}' has no task '{link.SourceTaskName}'.",
                NearNames.Ask(link.SourceTaskName ?? "", source.TaskNames));
        }

        return Array.Exists(tasks, task => task.AsLink == true)
            ? null
            : $"The task '{link.SourceTaskName}' of '{source.Name}' may not be linked, because its AsLink is not true.";
    }
}
