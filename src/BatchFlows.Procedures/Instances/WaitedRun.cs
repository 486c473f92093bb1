namespace BatchFlows.Procedures.Instances;

/// <summary>A run that was waited for.</summary>
/// <param name="Instance">The run as it was seen last; null when it never was.</param>
/// <param name="Failure">
/// Why the run did not come to a good end, or why the wait ended before it; null when all is well.
/// </param>
internal sealed record WaitedRun(FlowInstance? Instance, FlowException? Failure)
{
    /// <summary>True when the run has ended, well or not.</summary>
    public bool IsEnded => Failure is null or InstanceFailedException;
}
