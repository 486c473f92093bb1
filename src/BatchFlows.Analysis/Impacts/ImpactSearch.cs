using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Graphs;
using BatchFlows.Analysis.Schedules;

namespace BatchFlows.Analysis.Impacts;

/// <summary>Finds what is hit when something happens to a flow or a task, and when each flow first feels it.</summary>
internal sealed class ImpactSearch
{
    /// <summary>So many runs are compared with a delay; a longer pause between late ones is not found.</summary>
    private const int MostRuns = 64;

    private readonly DependencyGraph _graph;
    private readonly ImpactQuestion _question;
    private readonly Dictionary<KnownFlow, FlowTimes> _times = [];
    private readonly LateRuns _late;
    private readonly Hit?[] _hits;
    private readonly int[] _ways; // the edge through which each node is hit first
    private readonly SortedSet<(long Felt, int Node)> _open = [];
    private readonly Stack<int> _sameRun = new(); // what follows within a flow is next, and needs no order

    private ImpactSearch(DependencyGraph graph, ImpactQuestion question)
    {
        (_graph, _question) = (graph, question);
        _late = new LateRuns(graph, question, TimesOf);
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
        var times = TimesOf(_question.Flow);
        var first = times.FirstFrom(_question.Moment);
        var start = new Hit(first?.Time, first?.Time, _question.By)
        {
            Doubt = times.WhyNone is { } why
                ? $"'{_question.Flow.Name}': {why.Sentence}"
                : DoubtOf(first, _question.Flow),
        };
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
                if (Pass(edge, _hits[node]!) is { } hit) Take(edge.Target, hit, number, isSameRun: edge.Link is null);
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

    /// <returns>How the target is hit; null when it is not.</returns>
    private Hit? Pass(FlowEdge edge, Hit hit)
    {
        if (edge.Link is null) return hit; // the same run
        var node = edge.Source;
        if (_graph.Vertices[node].Flow is not { } source || _graph.Vertices[edge.Target].Flow is not { } target)
            return null;
        var (upstream, times) = (TimesOf(source), TimesOf(target));
        if (times.WhyNone is { } why) return Unknown(hit, why.Sentence);
        if (hit.Run is not { } from) return Unknown(hit, hit.Doubt);
        Hit? first = null;
        var isShared = false;
        var earliest = upstream.PeriodOf(_question.Moment).Start;
        foreach (var (run, due) in SharedRuns.Of(upstream, from, times, earliest).Take(IsDelay ? MostRuns : 1))
        {
            isShared = true;
            if (HitOf(source, target, node, hit, run, due) is { } next) first = first is null ? next : first.With(next);
        }

        return isShared ? first : Unshared(source, target, node, hit, upstream.FirstFrom(from)!.Value);
    }

    private bool IsDelay => _question.Cause is ImpactCause.Delay;

    private static Hit Unknown(Hit hit, string? doubt) => new(null, null, hit.Late) { Doubt = doubt };

    /// <summary>No runs are due in one period, so the next run counts.</summary>
    private Hit? Unshared(KnownFlow source, KnownFlow target, int node, Hit hit, FireTime due)
    {
        if (TimesOf(target).FirstFrom(due.Time) is not { } run)
            return Unknown(hit, "Its cron expression does not fire any more.");
        return HitOf(source, target, node, hit, run, due) is not { } next ? null : next with
        {
            Doubt = $"It has no run in the same period as one of '{source.Name}', so its next run is shown.",
        };
    }

    private Hit? HitOf(KnownFlow source, KnownFlow target, int node, Hit hit, FireTime run, FireTime due)
    {
        var isKnown = _question.Durations.TryGetValue(source, out var usual);
        // Runs queue, so none begins before the first one that is hit would have begun.
        var begin = hit.Felt is { } felt && felt > due.Time ? felt : due.Time;
        var end = begin + usual;
        var start = run.Time > end ? run.Time : end;
        var late = IsDelay ? _late.Of(node, due.Time) - (start - end) : TimeSpan.Zero;
        if (IsDelay && late <= TimeSpan.Zero) return null;
        var doubt = DoubtOf(run, target) ?? DoubtOf(due, source)
            ?? (!isKnown && (IsDelay || run.Time <= due.Time) ? $"How long '{source.Name}' runs is not known." : null);
        return new Hit(run.Time, start, late) { Doubt = doubt ?? hit.Doubt };
    }

    private static string? DoubtOf(FireTime? time, KnownFlow flow) => time is { IsDoubtful: true } doubtful
        ? FormattableString.Invariant(
            $"Schedulers differ on the run of '{flow.Name}' at {doubtful.Time:yyyy-MM-dd HH:mm zzz}.")
        : null;

    private FlowTimes TimesOf(KnownFlow flow) => _times.TryGetValue(flow, out var times)
        ? times
        : _times[flow] = new FlowTimes(
            PlannedFlow.WithoutLinks(flow.Definition) with { IsActive = flow.IsActive }, _question.Zone);
}
