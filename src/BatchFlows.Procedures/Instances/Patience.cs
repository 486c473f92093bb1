using System;
using BatchFlows.Model.Failures;
using BatchFlows.Model.Instances;

namespace BatchFlows.Procedures.Instances;

/// <summary>
/// What work on a run that goes on for long, such as a wait, bears: faults that pass, and that the service does not
/// know the run yet when it was triggered just now. A call has been repeated for seconds before it fails; an outage may
/// last for minutes.
/// </summary>
/// <param name="clock">Tells how long it has gone on.</param>
/// <param name="instanceId">ID of the run.</param>
/// <param name="isNew">True for a run that was triggered just now, whatever trigger time its ID tells.</param>
internal sealed class Patience(TimeProvider clock, string instanceId, bool isNew = false)
{
    private static readonly TimeSpan LongestOutage = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestBirth = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Youth = TimeSpan.FromMinutes(5);

    private readonly bool _isYoung = isNew
        || TriggerMoment.Of(instanceId)?.IsBefore(clock.GetUtcNow() - Youth) == false;
    private readonly long _begun = clock.GetTimestamp();
    private long? _lastAnswer;

    /// <summary>The service was there, and knew the run.</summary>
    public void Renew() => _lastAnswer = clock.GetTimestamp();

    public bool Bears(FlowServiceException failure) => failure.Kind switch
    {
        FailureKind.InstanceNotFound => _isYoung && _lastAnswer is null && clock.GetElapsedTime(_begun) < LongestBirth,
        _ => FailureAttribute.Of(failure.Kind).MayPass
            && _lastAnswer is { } last
            && clock.GetElapsedTime(last) < LongestOutage,
    };
}
