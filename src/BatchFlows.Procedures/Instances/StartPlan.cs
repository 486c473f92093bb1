using System;
using System.Collections.Generic;

namespace BatchFlows.Procedures.Instances;

/// <summary>What is sent to start a run.</summary>
/// <param name="TriggerTime">Trigger time; null for the moment of sending.</param>
/// <param name="Warnings">What the user should know before it is sent.</param>
internal sealed record StartPlan(long FlowId, DateTimeOffset? TriggerTime, IReadOnlyList<string> Warnings)
{
    /// <summary>ID of the task to start from; null for the whole flow.</summary>
    public long? TaskId { get; init; }

    /// <summary>All parameters of the run; null for the flow's own.</summary>
    public ParameterList? Parameters { get; init; }
}
