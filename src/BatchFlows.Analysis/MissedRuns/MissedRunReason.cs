namespace BatchFlows;

/// <summary>Why a run did not happen at its time.</summary>
public enum MissedRunReason
{
    /// <summary>There is no run, and nothing says why.</summary>
    Unknown,

    /// <summary>The schedule is paused.</summary>
    Paused,

    /// <summary>The flow was changed later, so it may have had another schedule.</summary>
    Changed,

    /// <summary>No flow of the organisation ran for some time in which several should have.</summary>
    ServiceDown,

    /// <summary>A flow that it waits for failed, has not ended, or did not run.</summary>
    Upstream,

    /// <summary>It still waits for its start.</summary>
    Queued,

    /// <summary>The service skipped it.</summary>
    Skipped,

    /// <summary>It was cancelled before it started.</summary>
    Cancelled,

    /// <summary>It has run for much longer than usual.</summary>
    Stuck,

    /// <summary>It started later than allowed.</summary>
    Late,
}
