namespace BatchFlows.Procedures.Instances;

/// <summary>A run that was waited for.</summary>
/// <param name="Instance">The run as it was last seen; null when it was never seen.</param>
/// <param name="Failure">Why the run failed, or why the wait ended before the run; null after success.</param>
internal sealed record WaitedRun(FlowInstance? Instance, FlowException? Failure)
{
    /// <summary>True when the run has ended, well or not.</summary>
    public bool IsEnded => Failure is null or InstanceFailedException;
}
