using System;
using BatchFlows.Model.Instances;

namespace BatchFlows.Analysis.Statistics;

/// <summary>How a run of a flow or of a task went.</summary>
/// <param name="Status">Its status; null when it is not known.</param>
/// <param name="Time">When it was triggered, in the server's zone.</param>
/// <param name="Wait">How long it waited before it started; null when that is not known.</param>
/// <param name="Duration">How long it ran; null when it has not ended, or that is not known.</param>
internal readonly record struct Outcome(InstanceStatus? Status, DateTime? Time, TimeSpan? Wait, TimeSpan? Duration)
{
    public bool IsSuccess => Status is InstanceStatus.Success;

    /// <summary>Cancelled counts as failed, as for those who wait for a run.</summary>
    public bool IsFailed => Status is InstanceStatus.Cancel || Status?.IsFailed() == true;

    public bool IsSkipped => Status is InstanceStatus.Skip;
}
