using System.Collections.Generic;
using BatchFlows.Analysis.Graphs;

namespace BatchFlows.Analysis.Impacts;

/// <summary>Finds what is hit when something happens to a flow or a task, and when each flow first feels it.</summary>
internal sealed class ImpactSearch
{
    private readonly DependencyGraph _graph;
    private readonly ImpactQuestion _question;
    private readonly HitsThroughLinks _links;
    private readonly Hit?[] _hits;
    private readonly int[] _ways; // the edge through which each node is hit first
    private readonly SortedSet<(long Felt, int Node)> _open = [];
    private readonly Stack<int> _sameRun = new(); // what follows within a flow is next, and needs no order

    private ImpactSearch(DependencyGraph graph, ImpactQuestion question)
    {
        (_graph, _question) = (graph, question);
        _links = new HitsThroughLinks(graph, question);
        _hits = new Hit?[graph.Vertices.Count];
        _ways = new int[graph.Vertices.Count];
    }

    /// <summary>What is hit, the first to feel it first.</summary>
    /// <param name="tasks">The graph of tasks.</param>
    /// <param name="question">What happens to what.</param>
    public static IReadOnlyList<FlowImpact> Of(DependencyGraph tasks, ImpactQuestion question)
    {
        var search = new ImpactSearch(tasks, question);
        search.Spread();
        return ImpactRows.Of(tasks, question, search._hits, search._ways);
    }

    private void Spread()
    {
        var start = _links.Start();
        for (var node = 0; node < _hits.Length; node++)
        {
            if (_question.IsHit(_graph.Vertices[node])) Take(node, start, ImpactRows.Beginning);
        }

        while (_sameRun.Count + _open.Count > 0)
        {
            var node = Next();
            foreach (var number in _graph.Graph.From(node))
            {
                var edge = _graph.Edges[number];
                if (!_question.Passes(_graph, edge) || _question.IsHit(_graph.Vertices[edge.Target])) continue;
                var isSameRun = edge.Link is null;
                var hit = isSameRun ? _hits[node] : _links.Pass(edge, _hits[node]!);
                if (hit is not null) Take(edge.Target, hit, number, isSameRun);
            }
        }
    }

    /// <summary>Adds a hit to a node, and goes on from there if it says more than what was known.</summary>
    private void Take(int node, Hit hit, int way, bool isSameRun = false)
    {
        var known = _hits[node];
        var both = known is null ? hit : known.With(hit);
        if (known is not null && (both.Run, both.Felt, both.Late) == (known.Run, known.Felt, known.Late)) return;
        if (known is not null) _open.Remove((OrderOf(known), node));
        if (known is null || hit.IsBefore(known)) _ways[node] = way;
        _hits[node] = both;
        if (isSameRun) _sameRun.Push(node);
        else _open.Add((OrderOf(both), node));
    }

    private int Next()
    {
        if (_sameRun.Count > 0) return _sameRun.Pop();
        var next = _open.Min;
        _open.Remove(next);
        return next.Node;
    }

    private static long OrderOf(Hit hit) => hit.Felt?.UtcTicks ?? long.MaxValue;
}
