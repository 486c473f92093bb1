using System;
using System.Collections;

namespace BatchFlows.Procedures.Instances;

/// <summary>A run of a flow that is to be started.</summary>
/// <param name="FlowId">ID of the flow.</param>
internal sealed record FlowStart(long FlowId)
{
    /// <summary>
    /// Trigger time; null for now. A time in the past starts the run at once, and time parameters are computed from it.
    /// </summary>
    public DateTimeOffset? TriggerTime { get; init; }

    /// <summary>
    /// Business date of the run, in place of a trigger time. For the service, the business date is the day before the
    /// trigger time in the server's zone, so the trigger time is the present time of day on the day after.
    /// </summary>
    public DateTime? BusinessDate { get; init; }

    /// <summary>Values of parameters for this run, by name; the flow's own values count for the others.</summary>
    public IDictionary? Parameters { get; init; }

    /// <summary>True to pass parameters that the flow does not have; otherwise they are an error.</summary>
    public bool AllowsUnknown { get; init; }

    /// <summary>
    /// Name or ID of the task to start from, in place of the whole flow. It cannot be combined with parameters.
    /// </summary>
    public string? FromTask { get; init; }
}
