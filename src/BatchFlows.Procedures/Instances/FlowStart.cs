using System;
using System.Collections;

namespace BatchFlows.Procedures.Instances;

/// <summary>A run of a flow that is to be started.</summary>
/// <param name="FlowId">ID of the flow.</param>
internal sealed record FlowStart(long FlowId)
{
    /// <summary>
    /// When it is to start; now when null. A time in the past starts it at once, and its time parameters are computed
    /// from it.
    /// </summary>
    public DateTimeOffset? TriggerTime { get; init; }

    /// <summary>
    /// The business date it is to run for, in place of a trigger time. The service takes the day before the trigger
    /// time for it, in the server's zone, so the trigger time is the present time of day on the day after.
    /// </summary>
    public DateTime? BusinessDate { get; init; }

    /// <summary>Values of parameters for this run, by name; the flow's own values count for the others.</summary>
    public IDictionary? Parameters { get; init; }

    /// <summary>
    /// Name or ID of the task to start from, in place of the whole flow. Parameters cannot be given then.
    /// </summary>
    public string? FromTask { get; init; }
}
