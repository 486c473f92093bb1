using System;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Analysis.Statistics;

/// <summary>
/// What statistics need of a run. A run from a list is some thousand times as large, because of its graph.
/// </summary>
internal sealed record RunFact
{
    public string? FlowInstanceId { get; init; }

    public long? FlowId { get; init; }

    public string FlowName { get; init; } = "";

    public IReadOnlyList<string> Owners { get; init; } = [];

    /// <summary>When it started, by the server's clock; null before.</summary>
    public DateTime? Start { get; init; }

    public Outcome Outcome { get; init; }

    /// <summary>Its tasks and their order; null when nobody wants to look at them.</summary>
    public RunPlan? Plan { get; set; }

    /// <param name="run">The run.</param>
    /// <param name="share">Returns the one text that equals another, so that 100,000 runs do not hold as many
    /// names.</param>
    public static RunFact Of(FlowInstance run, Func<string, string> share) => new()
    {
        FlowInstanceId = run.FlowInstanceId,
        FlowId = run.FlowId,
        FlowName = share(run.FlowName ?? ""),
        Owners = [.. run.Owners.Select(share)],
        Start = run.StartTime?.Value,
        Outcome = new(run.Status, run.TriggerTime?.Value, WaitOf(run), PositiveOrNull(run.Duration)),
    };

    /// <summary>
    /// Until it started, from its trigger time; from its creation when that is later, as for a run of a time in the
    /// past.
    /// </summary>
    private static TimeSpan? WaitOf(FlowInstance run)
    {
        if (run.StartTime is not { IsAmbiguous: false, Instant: { } start }) return null;
        if (run.TriggerTime is not { IsAmbiguous: false, Instant: { } due }) return null;
        if (run.CreateTime?.Instant is { } created && created > due && created <= start) due = created;
        return PositiveOrNull(start - due);
    }

    private static TimeSpan? PositiveOrNull(TimeSpan? span) => span >= TimeSpan.Zero ? span : null;
}
