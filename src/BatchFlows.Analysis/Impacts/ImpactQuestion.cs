using System;
using System.Collections.Generic;
using BatchFlows.Analysis.Graphs;

namespace BatchFlows.Analysis.Impacts;

/// <summary>What happens to which flow or task, and when.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Cause">What happens.</param>
/// <param name="Moment">The moment from which it counts.</param>
/// <param name="Zone">The server's zone.</param>
/// <param name="Durations">How long flows usually run; without those of which that is not known.</param>
internal sealed record ImpactQuestion(
    KnownFlow Flow, ImpactCause Cause, DateTimeOffset Moment, TimeZoneInfo Zone,
    IReadOnlyDictionary<KnownFlow, TimeSpan> Durations)
{
    /// <summary>The task; null for the whole flow.</summary>
    public string? TaskName { get; init; }

    /// <summary>How much later runs end, for a delay.</summary>
    public TimeSpan By { get; init; }

    public bool IsHit(FlowVertex vertex) =>
        vertex.Flow == Flow && (TaskName is null || vertex.TaskName == TaskName);

    /// <summary>
    /// True when what happens to a node reaches what an edge leads to. Without a task, the tasks after it go on, and
    /// only links to it wait for something that does not exist.
    /// </summary>
    public bool Passes(DependencyGraph graph, FlowEdge edge) => !edge.IsUnused
        && (edge.Link is not null || TaskName is null || Cause is not ImpactCause.Remove
            || !IsHit(graph.Vertices[edge.Source]));
}
