using System;
using BatchFlows.Model.Instances;

namespace BatchFlows.Analysis.Statistics;

/// <summary>How a run of a flow or of a task went.</summary>
internal readonly record struct Outcome
{
    // Nullable values would take 56 bytes instead of 32, in each of 100,000 runs.
    private readonly DateTime _time;
    private readonly TimeSpan _wait;
    private readonly TimeSpan _duration;
    private readonly InstanceStatus _status;
    private readonly bool _hasTime;
    private readonly bool _hasWait;
    private readonly bool _hasDuration;
    private readonly bool _hasStatus;

    /// <param name="status">Its status; null when it is not known.</param>
    /// <param name="time">When it was triggered, in the server's zone.</param>
    /// <param name="wait">How long it waited before it started; null when that is not known.</param>
    /// <param name="duration">How long it ran; null when it has not ended, or that is not known.</param>
    public Outcome(InstanceStatus? status, DateTime? time, TimeSpan? wait, TimeSpan? duration)
    {
        (_hasStatus, _status) = (status.HasValue, status.GetValueOrDefault());
        (_hasTime, _time) = (time.HasValue, time.GetValueOrDefault());
        (_hasWait, _wait) = (wait.HasValue, wait.GetValueOrDefault());
        (_hasDuration, _duration) = (duration.HasValue, duration.GetValueOrDefault());
    }

    public InstanceStatus? Status => _hasStatus ? _status : null;

    public DateTime? Time => _hasTime ? _time : null;

    public TimeSpan? Wait => _hasWait ? _wait : null;

    public TimeSpan? Duration => _hasDuration ? _duration : null;

    public bool IsSuccess => Status is InstanceStatus.Success;

    /// <summary>Cancelled counts as failed, as for those who wait for a run.</summary>
    public bool IsFailed => Status is InstanceStatus.Cancel || Status?.IsFailed() == true;

    public bool IsSkipped => Status is InstanceStatus.Skip;
}
