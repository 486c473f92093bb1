using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Graphs;
using BatchFlows.Analysis.Schedules;

namespace BatchFlows.Analysis.Impacts;

/// <summary>How what happens to a flow passes a link: which run of the waiting flow feels it, and when.</summary>
internal sealed class HitsThroughLinks
{
    /// <summary>So many runs are compared with a delay; a longer pause between late ones is not found.</summary>
    private const int MostRuns = 64;

    private readonly DependencyGraph _graph;
    private readonly ImpactQuestion _question;
    private readonly Dictionary<KnownFlow, FlowTimes> _times = [];
    private readonly Dictionary<PlannedFlow, FlowTimes> _timesOfSchedules = []; // many flows share a schedule
    private readonly LateRuns _late;

    public HitsThroughLinks(DependencyGraph graph, ImpactQuestion question)
    {
        (_graph, _question) = (graph, question);
        _late = new LateRuns(graph, question, TimesOf);
    }

    /// <summary>How the flow itself is hit.</summary>
    public Hit Start()
    {
        var times = TimesOf(_question.Flow);
        var first = times.FirstFrom(_question.Moment);
        return new Hit(first?.Time, first?.Time, _question.By)
        {
            Doubt = times.WhyNone is { } why
                ? $"'{_question.Flow.Name}': {why.Sentence}"
                : DoubtOf(first, _question.Flow),
        };
    }

    /// <returns>How the target is hit; null when it is not.</returns>
    public Hit? Pass(FlowEdge edge, Hit hit)
    {
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

    private FlowTimes TimesOf(KnownFlow flow)
    {
        if (_times.TryGetValue(flow, out var times)) return times;
        var schedule = PlannedFlow.WithoutLinks(flow.Definition) with
        {
            FlowId = null,
            FlowName = null,
            ConnectionName = null,
            IsActive = flow.IsActive,
        };
        if (!_timesOfSchedules.TryGetValue(schedule, out times))
            _timesOfSchedules[schedule] = times = new FlowTimes(schedule, _question.Zone);
        return _times[flow] = times;
    }
}
