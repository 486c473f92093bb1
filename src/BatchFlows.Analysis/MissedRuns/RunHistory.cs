using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Statistics;

namespace BatchFlows.Analysis.MissedRuns;

/// <summary>The runs of several flows, by flow and in the order of their trigger times.</summary>
internal sealed class RunHistory
{
    private readonly Dictionary<long, List<RunFact>> _runs;
    private readonly DateTime[] _times;

    public RunHistory(IEnumerable<RunFact> runs)
    {
        _runs = runs.Where(run => run is { FlowId: not null, Outcome.Time: not null })
            .GroupBy(run => run.FlowId!.Value)
            .ToDictionary(flow => flow.Key, flow => flow.OrderBy(run => run.Outcome.Time).ToList());
        _times = new DateTime[_runs.Values.Sum(flow => flow.Count)];
        var count = 0;
        foreach (var run in _runs.Values.SelectMany(flow => flow)) _times[count++] = run.Outcome.Time!.Value;
        Array.Sort(_times);
    }

    /// <summary>The run of a time; the service tells no times of one minute apart.</summary>
    public RunFact? At(long? flow, DateTime time) =>
        Of(flow) is { } runs && LastUntil(runs, EndOfMinute(time)) is { } run && MinuteOf(run) == MinuteOf(time)
            ? run
            : null;

    /// <summary>The last run that was triggered before a time or in its minute.</summary>
    public RunFact? LastUntil(long? flow, DateTime time) =>
        Of(flow) is { } runs ? LastUntil(runs, EndOfMinute(time)) : null;

    /// <summary>The last run that was triggered before the minute of a time.</summary>
    public RunFact? LastBefore(long? flow, DateTime time) =>
        Of(flow) is { } runs ? LastUntil(runs, MinuteOf(time).AddTicks(-1)) : null;

    /// <summary>When the run of a flow that ended last between two times did so; null when none did.</summary>
    public DateTime? LastEnd(long flow, DateTime after, DateTime until) =>
        (Of(flow) ?? []).Max(run => run.End > after && run.End <= until ? run.End : null);

    /// <summary>
    /// How long a run of the flow takes at most, for 95 of 100 runs that succeeded; null without any.
    /// </summary>
    public TimeSpan? LongestOf(long? flow) => Durations.Percentile(
        (Of(flow) ?? []).Where(run => run.Outcome is { IsSuccess: true, Duration: not null })
            .Select(run => run.Outcome.Duration!.Value),
        0.95);

    /// <summary>Between which runs of any flow a time is; null at an end.</summary>
    public (DateTime? Previous, DateTime? Next) Around(DateTime time)
    {
        var place = Array.BinarySearch(_times, time);
        if (place < 0) place = ~place;
        return (place > 0 ? _times[place - 1] : null, place < _times.Length ? _times[place] : null);
    }

    private List<RunFact>? Of(long? flow) => flow is { } id && _runs.TryGetValue(id, out var runs) ? runs : null;

    private static RunFact? LastUntil(List<RunFact> runs, DateTime time)
    {
        var (low, high) = (0, runs.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (runs[middle].Outcome.Time <= time) low = middle + 1;
            else high = middle;
        }

        return low > 0 ? runs[low - 1] : null;
    }

    private static DateTime MinuteOf(RunFact run) => MinuteOf(run.Outcome.Time!.Value);

    private static DateTime MinuteOf(DateTime time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMinute));

    private static DateTime EndOfMinute(DateTime time) => MinuteOf(time).AddMinutes(1).AddTicks(-1);
}
