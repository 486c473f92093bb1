using System;
using System.Collections.Generic;
using BatchFlows.Analysis.Graphs;
using BatchFlows.Analysis.Schedules;

namespace BatchFlows.Analysis.Impacts;

/// <summary>How late single runs are when a flow or a task is delayed.</summary>
/// <param name="graph">The graph of tasks.</param>
/// <param name="question">The delay.</param>
/// <param name="timesOf">When flows run.</param>
internal sealed class LateRuns(DependencyGraph graph, ImpactQuestion question, Func<KnownFlow, FlowTimes> timesOf)
{
    /// <summary>After this many steps the whole delay is assumed, because the stack is limited.</summary>
    private const int Deepest = 200;

    private readonly Dictionary<(int Node, DateTimeOffset Due), TimeSpan> _known = [];
    private bool[]? _isReached;

    /// <summary>By how much a run of a node ends later than usual, at most the whole delay.</summary>
    public TimeSpan Of(int node, DateTimeOffset due, int depth = 0)
    {
        if (question.IsHit(graph.Vertices[node]) || depth == Deepest) return question.By;
        if (_known.TryGetValue((node, due), out var known)) return known;
        _known[(node, due)] = TimeSpan.Zero; // in a circle, it is not late because of itself
        var latest = TimeSpan.Zero;
        foreach (var edge in graph.Graph.To(node))
        {
            var passed = graph.Edges[edge];
            if (!IsReached(passed.Source) || !question.Passes(graph, passed)) continue;
            var late = passed.Link is null
                ? Of(passed.Source, due, depth + 1)
                : Through(passed.Source, due, depth + 1);
            if (late > latest) latest = late;
        }

        return _known[(node, due)] = latest;
    }

    private TimeSpan Through(int source, DateTimeOffset due, int depth)
    {
        if (graph.Vertices[source].Flow is not { } flow) return TimeSpan.Zero;
        var times = timesOf(flow);
        var (start, end) = times.PeriodOf(due);
        if (times.FirstFrom(start) is not { } run || run.Time >= end || run.Time < question.Moment)
            return TimeSpan.Zero;
        question.Durations.TryGetValue(flow, out var usual);
        var toSpare = due - (run.Time + usual);
        var late = Of(source, run.Time, depth);
        return toSpare > TimeSpan.Zero ? late - toSpare : late;
    }

    private bool IsReached(int node)
    {
        if (_isReached is null)
        {
            var reached = new HashSet<KnownFlow>(ImpactRows.FlowsOf(graph, question));
            _isReached = new bool[graph.Vertices.Count];
            for (var i = 0; i < _isReached.Length; i++)
                _isReached[i] = graph.Vertices[i].Flow is { } flow && reached.Contains(flow);
        }

        return _isReached[node];
    }
}
