using System;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;

namespace BatchFlows.Procedures.Instances;

/// <summary>
/// Waits for runs to end, for any number at once. It looks often at first and seldom at runs that take long or are many, and goes on
/// over faults of the network that pass.
/// </summary>
/// <param name="client">Asks the service.</param>
/// <param name="timeLimit">How long to wait, from now on, for all runs, whether the service answers or not; null for as long as it takes.</param>
/// <param name="seen">Takes each state of a run that was looked at, from any thread.</param>
internal sealed class InstanceWaiter(FlowClient client, TimeSpan? timeLimit = null, Action<FlowInstance>? seen = null)
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(0.5);

    // Hundreds of runs together are looked at 50 times a second and no more: quotas count calls.
    private static readonly TimeSpan PauseForEach = TimeSpan.FromSeconds(0.02);

    // A call of a service that hangs takes no longer than the time limit, but enough for one look when there is no time left.
    private static readonly TimeSpan ShortestLook = TimeSpan.FromSeconds(1);

    // Beyond what a call can take; timers do not count that far.
    private static readonly TimeSpan LongestLook = TimeSpan.FromDays(1);

    private readonly TimeProvider _clock = client.Clock;
    private readonly long _made = client.Clock.GetTimestamp();
    private int _watched;

    /// <summary>The longest time between two looks at a run.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How much of the time limit had passed before.</summary>
    public TimeSpan Elapsed { get; init; }

    private TimeSpan? Rest => timeLimit - Elapsed - _clock.GetElapsedTime(_made);

    /// <summary>
    /// The run once nothing more happens in it, whether it went well or not. One that has ended with nodes that have not started is
    /// watched until none of these has changed for two minutes.
    /// </summary>
    /// <param name="flowInstanceId">ID of the run.</param>
    /// <param name="isNew">True for a run that was triggered just now, whatever trigger time its ID tells.</param>
    /// <param name="cancellationToken">Ends the wait; the run goes on.</param>
    /// <exception cref="FlowException">It did not end in time (<see cref="FailureKind.WaitTimedOut"/>), or the service cannot be asked.</exception>
    public async Task<FlowInstance> WaitAsync(string flowInstanceId, bool isNew = false, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _watched);
        try
        {
            return await WatchAsync(flowInstanceId, isNew, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _watched);
        }
    }

    private async Task<FlowInstance> WatchAsync(string flowInstanceId, bool isNew, CancellationToken cancellationToken)
    {
        var started = _clock.GetTimestamp();
        var patience = new Patience(_clock, flowInstanceId, isNew);
        var standstill = new Standstill(_clock);
        FlowInstance? instance = null;
        while (true)
        {
            try
            {
                instance = await LookAsync(flowInstanceId, cancellationToken).ConfigureAwait(false);
                patience.Renew();
                seen?.Invoke(instance);
                if (instance.IsEnded || standstill.IsReached(instance)) return instance;
            }
            catch (FlowServiceException e) when (patience.Bears(e))
            {
                // Its attempts were traced. It is asked again after the pause.
            }
            catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested && Rest is not null)
            {
                throw TimedOut(flowInstanceId, instance, e);
            }

            if (Rest <= TimeSpan.Zero) throw TimedOut(flowInstanceId, instance);
            await _clock.Delay(Pause(_clock.GetElapsedTime(started)), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<FlowInstance> LookAsync(string flowInstanceId, CancellationToken cancellationToken)
    {
        var longest = Rest is not { } rest || rest > LongestLook ? Timeout.InfiniteTimeSpan : rest < ShortestLook ? ShortestLook : rest;
        using var limit = _clock.CreateCancellationTokenSource(longest);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        return await client.GetFlowInstanceAsync(flowInstanceId, either.Token).ConfigureAwait(false);
    }

    /// <summary>A tenth of the time waited so far for the run, and not beyond the time limit.</summary>
    private TimeSpan Pause(TimeSpan waited)
    {
        var least = Math.Max(ShortestPause.Ticks, PauseForEach.Ticks * Volatile.Read(ref _watched));
        var pause = TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, Math.Max(least, waited.Ticks / 10)));
        return Rest is { } rest && rest < pause ? rest : pause;
    }

    private FlowException TimedOut(string flowInstanceId, FlowInstance? instance, Exception? exception = null) => new FlowException(
        FailureKind.WaitTimedOut,
        string.Format(
            CultureInfo.InvariantCulture,
            "The run {0} did not end in {1:0.#} s; it is {2}.",
            flowInstanceId,
            timeLimit?.TotalSeconds,
            instance?.StatusText ?? "not known yet"),
        exception);
}
