using System;
using BatchFlows.Model.Failures;
using BatchFlows.Model.Instances;

namespace BatchFlows.Procedures.Instances;

/// <summary>
/// Which failures a long wait tolerates: transient faults for some minutes, and "not found" for a run that was
/// triggered a moment ago. A call is retried for seconds before it fails, but an outage may last for minutes.
/// </summary>
/// <param name="clock">Measures how long the work has been going on.</param>
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
