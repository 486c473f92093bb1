using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Model.Definitions;

namespace BatchFlows.Analysis.Graphs;

/// <summary>
/// Which flow or task waits for which, over all flows that are known. The nodes of tasks follow that of their flow, so
/// that they are found without a table of them all, and are near each other in memory.
/// </summary>
internal sealed class DependencyGraph
{
    private readonly Dictionary<KnownFlow, int> _indexes = [];
    private readonly ILookup<string, int> _byName;
    private readonly bool _areTasks;
    private readonly int[] _wholes;
    private readonly List<FlowVertex> _vertices;
    private readonly int _knownCount;
    private readonly List<FlowEdge> _edges;
    private readonly Dictionary<FlowVertex, int> _unknown = [];
    private readonly Lazy<Components> _components;

    private DependencyGraph(IReadOnlyList<KnownFlow> flows, bool areTasks)
    {
        Flows = flows;
        _areTasks = areTasks;
        _byName = Enumerable.Range(0, flows.Count).ToLookup(flow => flows[flow].Name, StringComparer.Ordinal);
        _edges = new(flows.Sum(flow => flow.TaskNames.Count + flow.Relations.Count));
        (_vertices, _wholes) = (new(flows.Sum(flow => areTasks ? flow.TaskNames.Count + 1 : 1)), new int[flows.Count]);
        for (var flow = 0; flow < flows.Count; flow++)
        {
            _indexes[flows[flow]] = flow;
            _wholes[flow] = _vertices.Count;
            _vertices.Add(FlowVertex.Whole(flows[flow]));
            foreach (var name in areTasks ? flows[flow].TaskNames : [])
                _vertices.Add(FlowVertex.OfTask(flows[flow], name));
        }

        _knownCount = _vertices.Count;
        for (var flow = 0; flow < flows.Count; flow++)
        {
            if (areTasks) AddRelations(flow);
            AddLinks(flow);
        }

        Graph = new Digraph(_vertices.Count, [.. _edges.Select(edge => (edge.Source, edge.Target))]);
        _components = new(() => Components.In(Graph));
    }

    public IReadOnlyList<KnownFlow> Flows { get; }

    /// <summary>What the nodes of <see cref="Graph"/> stand for.</summary>
    public IReadOnlyList<FlowVertex> Vertices => _vertices;

    /// <summary>What the edges of <see cref="Graph"/> stand for.</summary>
    public IReadOnlyList<FlowEdge> Edges => _edges;

    public Digraph Graph { get; }

    /// <summary>The graph of whole flows, with an edge for each link.</summary>
    public static DependencyGraph OfFlows(IReadOnlyList<KnownFlow> flows) => new(flows, areTasks: false);

    /// <summary>
    /// The graph of tasks. A flow as a whole follows its last tasks, and is what a link to the flow waits for.
    /// </summary>
    public static DependencyGraph OfTasks(IReadOnlyList<KnownFlow> flows) => new(flows, areTasks: true);

    /// <summary>True when an edge is part of a circle.</summary>
    public bool IsInCircle(int edge) =>
        _components.Value.Of(_edges[edge].Source) == _components.Value.Of(_edges[edge].Target);

    /// <summary>The node of a flow or a task; null for an unknown one.</summary>
    public int? Find(FlowVertex vertex)
    {
        if (_unknown.TryGetValue(vertex, out var unknown)) return unknown;
        if (vertex.Flow is not { } known || !_indexes.TryGetValue(known, out var flow)) return null;
        if (vertex.TaskName is not { } task) return _wholes[flow];
        return _areTasks && known.IndexOf(task) is { } index ? NodeOf(flow, index) : null;
    }

    private void AddRelations(int flow)
    {
        foreach (var (source, target) in Flows[flow].Relations)
        {
            var edge = new FlowEdge(EndOf(flow, source), EndOf(flow, target));
            _edges.Add(edge with { Problem = NoTask(edge.Source) ?? NoTask(edge.Target) });
        }

        foreach (var task in Flows[flow].LastTasks())
            _edges.Add(new FlowEdge(NodeOf(flow, task), _wholes[flow]));
    }

    /// <summary>
    /// An edge for each flow that a link can name, several where several have that name; at the level of tasks, also
    /// for each task that waits.
    /// </summary>
    private void AddLinks(int flow)
    {
        var definition = Flows[flow].Definition;
        var waiting = definition.LinkRelations.ToLookup(one => one.LinkId, one => one.TargetTaskName ?? "");
        foreach (var link in definition.Links())
        {
            var isUnused = !waiting[link.LinkId].Any();
            foreach (var source in _byName[link.SourceFlowName ?? ""].Select(one => (int?)one).DefaultIfEmpty())
            {
                var edge = new FlowEdge(SourceOf(link, source), _wholes[flow])
                {
                    Link = link,
                    Problem = BrokenLink.Problem(link, source is { } known ? Flows[known] : null, Flows)
                        ?? (isUnused ? "No task waits for the link." : null),
                    IsUnused = isUnused,
                };
                if (!_areTasks || isUnused) _edges.Add(edge);
                foreach (var target in _areTasks ? waiting[link.LinkId] : [])
                {
                    var waits = TaskOf(flow, target);
                    _edges.Add(edge with { Target = waits, Problem = edge.Problem ?? NoTask(waits) });
                }
            }
        }
    }

    private int SourceOf(Link link, int? flow)
    {
        var task = _areTasks && link is TaskLink ? link.SourceTaskName ?? "" : null;
        return flow is not { } known ? Unknown(new FlowVertex(null, link.SourceFlowName ?? "", task))
            : task is null ? _wholes[known]
            : TaskOf(known, task);
    }

    private int NodeOf(int flow, int task) => _wholes[flow] + 1 + task;

    private int EndOf(int flow, int end) =>
        Flows[flow].IsTask(end) ? NodeOf(flow, end) : TaskOf(flow, Flows[flow].NameOf(end));

    private int TaskOf(int flow, string name) => Flows[flow].IndexOf(name) is { } task
        ? NodeOf(flow, task)
        : Unknown(FlowVertex.OfTask(Flows[flow], name));

    private string? NoTask(int node) =>
        node < _knownCount ? null : $"The flow has no task '{_vertices[node].TaskName}'.";

    private int Unknown(FlowVertex vertex)
    {
        if (_unknown.TryGetValue(vertex, out var node)) return node;
        _vertices.Add(vertex);
        return _unknown[vertex] = _vertices.Count - 1;
    }
}
