using System;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows;

/// <summary>
/// Waits for runs to end. It looks often at first and seldom at runs that take long, and goes on over faults of the network that pass.
/// </summary>
/// <param name="client">Asks the service.</param>
/// <param name="timeLimit">How long to wait for each run; null for as long as it takes.</param>
/// <param name="seen">Takes each state of a run that was looked at, from any thread.</param>
public sealed class InstanceWaiter(FlowClient client, TimeSpan? timeLimit = null, Action<FlowInstance>? seen = null)
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestOutage = TimeSpan.FromMinutes(5);

    // A run that was triggered just now need not be listed at once.
    private static readonly TimeSpan LongestBirth = TimeSpan.FromSeconds(30);

    /// <summary>The run once nothing more happens in it, whether it went well or not.</summary>
    /// <param name="flowInstanceId">ID of the run.</param>
    /// <param name="isNew">True for a run that was triggered just now.</param>
    /// <param name="cancellationToken">Ends the wait; the run goes on.</param>
    /// <exception cref="FlowServiceException">It did not end in time (<see cref="FailureKind.WaitTimedOut"/>), or the service cannot be asked.</exception>
    public async Task<FlowInstance> WaitAsync(string flowInstanceId, bool isNew = false, CancellationToken cancellationToken = default)
    {
        var clock = client.Clock;
        var started = clock.GetTimestamp();
        var lastAnswer = started;
        FlowInstance? instance = null;
        while (true)
        {
            try
            {
                instance = await client.GetFlowInstanceAsync(flowInstanceId, cancellationToken).ConfigureAwait(false);
                lastAnswer = clock.GetTimestamp();
                seen?.Invoke(instance);
                if (instance.IsEnded) return instance;
            }
            catch (FlowServiceException e) when (MayPass(e))
            {
                // Its attempts were traced. It is asked again after the pause.
            }

            var waited = clock.GetElapsedTime(started);
            if (waited >= timeLimit) throw TimedOut(flowInstanceId, instance, waited);
            await clock.Delay(Pause(waited), cancellationToken).ConfigureAwait(false);
        }

        bool MayPass(FlowServiceException failure) => failure.Kind switch
        {
            FailureKind.InstanceNotFound => isNew && instance is null && clock.GetElapsedTime(started) < LongestBirth,
            FailureKind.ConnectionFailed or FailureKind.RequestTimedOut or FailureKind.RateLimited or FailureKind.ServiceFailed
                or FailureKind.ResponseInvalid => instance is not null && clock.GetElapsedTime(lastAnswer) < LongestOutage,
            _ => false,
        };
    }

    /// <summary>A tenth of the time waited so far, and not beyond the time limit.</summary>
    private TimeSpan Pause(TimeSpan waited)
    {
        var pause = TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, Math.Max(ShortestPause.Ticks, waited.Ticks / 10)));
        return timeLimit - waited is { } rest && rest < pause ? rest : pause;
    }

    private static FlowServiceException TimedOut(string flowInstanceId, FlowInstance? instance, TimeSpan waited) => Failures.Found(
        FailureKind.WaitTimedOut,
        string.Format(CultureInfo.InvariantCulture, "The run {0} did not end in {1:0.#} s; it is {2}.", flowInstanceId, waited.TotalSeconds, instance?.StatusText ?? "not known yet"));
}
