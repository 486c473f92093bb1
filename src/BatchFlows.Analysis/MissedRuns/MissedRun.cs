using System;

namespace BatchFlows;

/// <summary>A time at which a flow should have run, and did not, or not as it should.</summary>
public sealed record MissedRun
{
    /// <summary>When it should have run, in the server's zone.</summary>
    public DateTimeOffset FireTime { get; internal init; }

    /// <summary>
    /// True when schedulers differ at this time, which is in an hour that a clock change repeats: the flow may have run
    /// at another time.
    /// </summary>
    public bool IsDoubtful { get; internal init; }

    /// <summary>ID of the flow.</summary>
    public long? FlowId { get; internal init; }

    /// <summary>Name of the flow.</summary>
    public string? FlowName { get; internal init; }

    /// <summary>Why, as far as the service knows.</summary>
    public MissedRunReason Reason { get; internal init; }

    /// <summary>Why, in words.</summary>
    public string Explanation { get; internal init; } = "";

    /// <summary>ID of its run; null when there is none.</summary>
    public string? FlowInstanceId { get; internal init; }

    /// <summary>Status of its run; null when there is none.</summary>
    public InstanceStatus? Status { get; internal init; }

    /// <summary>How much later it started, or how long it has waited; null when there is no run.</summary>
    public TimeSpan? Delay { get; internal init; }

    /// <summary>Name of the flow that it waits or waited for; null unless that is the reason.</summary>
    public string? UpstreamFlowName { get; internal init; }

    /// <summary>Name of the connection the flow came from.</summary>
    public string? ConnectionName { get; internal init; }

    /// <summary>The time, the flow and the reason.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{FireTime:yyyy-MM-dd HH:mm} {FlowName}: {Explanation}");
}
