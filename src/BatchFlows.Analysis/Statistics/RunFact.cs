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
    /// <param name="other">Another run of the flow, whose names are shared: 100,000 runs do not hold as many.</param>
    public static RunFact Of(FlowInstance run, RunFact? other = null) => new()
    {
        FlowInstanceId = run.FlowInstanceId,
        FlowId = run.FlowId,
        FlowName = other is not null && run.FlowName == other.FlowName ? other.FlowName : run.FlowName ?? "",
        Owners = other is not null && run.Owners.SequenceEqual(other.Owners) ? other.Owners : [.. run.Owners],
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
