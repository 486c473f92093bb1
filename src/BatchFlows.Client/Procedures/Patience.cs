using System;

namespace BatchFlows;

/// <summary>
/// What work that goes on for long, such as a wait, bears: faults that pass. A call has been repeated for seconds before it fails; an
/// outage may last for minutes.
/// </summary>
internal sealed class Patience(TimeProvider clock)
{
    private static readonly TimeSpan LongestOutage = TimeSpan.FromMinutes(5);

    private long? _lastAnswer;

    /// <summary>The service was there.</summary>
    public void Renew() => _lastAnswer = clock.GetTimestamp();

    public bool Bears(FlowServiceException failure) =>
        failure.Kind is FailureKind.ConnectionFailed or FailureKind.RequestTimedOut or FailureKind.RateLimited or FailureKind.ServiceFailed
            or FailureKind.ResponseInvalid
        && _lastAnswer is { } last && clock.GetElapsedTime(last) < LongestOutage;
}
