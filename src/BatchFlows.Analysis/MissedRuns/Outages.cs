using System;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Analysis.MissedRuns;

/// <summary>The spans without a run of any flow in which several flows should have run.</summary>
/// <param name="missed">The times without a run.</param>
internal sealed class Outages(RunHistory history, IEnumerable<(ExpectedFlow Flow, DateTime Fire)> missed)
{
    private readonly HashSet<(DateTime?, DateTime?)> _spans =
        [.. missed.Where(time => time.Flow.Plan.IsActive != false)
            .GroupBy(time => history.Around(time.Fire), time => time.Flow.Plan.FlowId)
            .Where(span => span.Distinct().Skip(1).Any())
            .Select(span => span.Key)];

    /// <summary>The span of a time, in words; null when flows ran then.</summary>
    public string? At(DateTime fire)
    {
        var span = history.Around(fire);
        if (!_spans.Contains(span)) return null;
        var from = span.Previous is { } previous ? $" from {Text(previous)}" : "";
        var until = span.Next is { } next ? $" until {Text(next)}" : " since";
        return $"no flow ran{from}{until}";
    }

    private static string Text(DateTime time) => FormattableString.Invariant($"{time:yyyy-MM-dd HH:mm}");
}
