using System;
using System.Collections.Generic;
using System.Globalization;
using BatchFlows.Analysis.Graphs;
using BatchFlows.Analysis.Impacts;
using BatchFlows.Model;
using BatchFlows.Model.Instances;

namespace BatchFlows;

/// <summary>What happens to a flow because of something that happens to another flow or task.</summary>
public sealed record FlowImpact
{
    internal FlowImpact(
        ImpactQuestion question, KnownFlow flow, IEnumerable<string> tasks, IReadOnlyCollection<string> path)
    {
        Cause = question.Cause;
        (SourceFlowId, SourceFlowName) = (question.Flow.FlowId, question.Flow.Name);
        SourceTaskName = question.TaskName;
        (FlowId, FlowName) = (flow.FlowId, flow.Name);
        TaskNames = new ShownList<string>(tasks);
        Distance = path.Count - 1;
        Path = string.Join(" > ", path);
        Effect = question.Cause switch
        {
            ImpactCause.Delay => ImpactEffect.StartsLate,
            ImpactCause.Remove => ImpactEffect.NeverRuns,
            ImpactCause.Fail when flow == question.Flow => ImpactEffect.NeverRuns,
            _ => ImpactEffect.Waits,
        };
        ConnectionName = flow.Definition.ConnectionName;
    }

    /// <summary>What happens to the other flow or task.</summary>
    public ImpactCause Cause { get; }

    /// <summary>ID of the flow to which it happens; null when a file does not tell it.</summary>
    public long? SourceFlowId { get; }

    /// <summary>Name of the flow to which it happens.</summary>
    public string SourceFlowName { get; }

    /// <summary>Name of the task to which it happens; null for the whole flow.</summary>
    public string? SourceTaskName { get; }

    /// <summary>ID of the flow that is affected; null when a file does not tell it.</summary>
    public long? FlowId { get; }

    /// <summary>Name of the flow that is affected.</summary>
    public string FlowName { get; }

    /// <summary>The tasks of the flow that are affected; its other tasks run as ever.</summary>
    public IReadOnlyList<string> TaskNames { get; }

    /// <summary>What becomes of these tasks.</summary>
    public ImpactEffect Effect { get; }

    /// <summary>When the first affected run is due, in the server's zone; null when that is not known.</summary>
    public DateTimeOffset? FirstRun { get; internal init; }

    /// <summary>
    /// When it is first felt, in the server's zone: when the tasks would have started. Null when that is not known.
    /// </summary>
    public DateTimeOffset? FirstFelt { get; internal init; }

    /// <summary>How much later the tasks start, at most; null unless the cause is a delay.</summary>
    public TimeSpan? LateBy { get; internal init; }

    /// <summary>How many links are between the two flows.</summary>
    public int Distance { get; }

    /// <summary>The names of the flows through which it is affected first: <c>a > b > c</c>.</summary>
    public string Path { get; }

    /// <summary>True when the times are not certain; <see cref="Doubt"/> tells why.</summary>
    public bool IsDoubtful => Doubt is not null;

    /// <summary>Why the times are not certain or not known; null when they are.</summary>
    public string? Doubt { get; internal init; }

    /// <summary>Name of the connection of the flow that is affected; null for one of a file.</summary>
    public string? ConnectionName { get; }

    /// <summary>
    /// The flow, how and when it is affected: <c>forecast_demand waits, first felt 2026-03-02 00:10 +08:00</c>.
    /// </summary>
    public override string ToString()
    {
        var felt = FirstFelt?.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
        var effect = Effect switch
        {
            ImpactEffect.StartsLate when LateBy is { } late => $"starts late by up to {DurationWords.Of(late)}",
            ImpactEffect.Waits => "waits",
            _ => "never runs",
        };
        return $"{FlowName} {effect}{(felt is null ? "" : $", first felt {felt}")}";
    }
}
