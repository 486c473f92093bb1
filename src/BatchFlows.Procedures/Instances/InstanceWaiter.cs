using System;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;
using BatchFlows.Model.Failures;

namespace BatchFlows.Procedures.Instances;

/// <summary>
/// Waits for runs to end, for any number at once: one waiter for all runs of a command on a connection, so that they
/// share one polling rate. It polls often at first, and rarely for long or many runs. Transient network faults do not
/// end a wait.
/// </summary>
/// <param name="client">Asks the service.</param>
/// <param name="timeLimit">
/// How long to wait for a run, from the beginning of its wait, whether the service answers or not; null for no limit.
/// </param>
/// <param name="seen">Receives each state of a run that was looked at, on any thread.</param>
internal sealed class InstanceWaiter(
    FlowClient client, TimeSpan? timeLimit = null, Action<FlowInstance>? seen = null)
{
    // One look may last until the time limit, but at least a second, so that a limit of 0 still looks once.
    private static readonly TimeSpan ShortestLook = TimeSpan.FromSeconds(1);

    // Longer than any call; timers cannot be set much further.
    private static readonly TimeSpan LongestLook = TimeSpan.FromDays(1);

    private readonly TimeProvider _clock = client.Clock;
    private readonly PollingRate _rate = new();

    /// <inheritdoc cref="PollingRate.LongestPause"/>
    public TimeSpan LongestPause
    {
        get => _rate.LongestPause;
        init => _rate.LongestPause = value;
    }

    /// <summary>
    /// The run once nothing more happens in it, successful or not. A run that has ended while some nodes have not
    /// started is watched until none of these has changed for two minutes.
    /// </summary>
    /// <param name="flowInstanceId">ID of the run.</param>
    /// <param name="isNew">True for a run that was triggered just now, whatever trigger time its ID shows.</param>
    /// <param name="cancellationToken">Ends the wait; the run goes on.</param>
    /// <exception cref="FlowException">
    /// It did not end in time (<see cref="FailureKind.WaitTimedOut"/>), or the service cannot be asked.
    /// </exception>
    public Task<FlowInstance> WaitAsync(
        string flowInstanceId, bool isNew = false, CancellationToken cancellationToken = default) =>
        WatchAsync(flowInstanceId, isNew, seen, cancellationToken);

    /// <summary>The same, but a run that fails and a wait that ends early are returned, not thrown.</summary>
    public async Task<WaitedRun> WaitForOutcomeAsync(
        string flowInstanceId, bool isNew, CancellationToken cancellationToken)
    {
        FlowInstance? last = null;
        try
        {
            last = await WatchAsync(flowInstanceId, isNew, See, cancellationToken).ConfigureAwait(false);
            return new WaitedRun(last, last.IsFailed ? new InstanceFailedException(last) : null);
        }
        catch (FlowException e)
        {
            return new WaitedRun(last, e);
        }

        void See(FlowInstance instance)
        {
            last = instance;
            seen?.Invoke(instance);
        }
    }

    private async Task<FlowInstance> WatchAsync(
        string flowInstanceId, bool isNew, Action<FlowInstance>? see, CancellationToken cancellationToken)
    {
        using var watched = _rate.Watch();
        var started = _clock.GetTimestamp();
        var patience = new Patience(_clock, flowInstanceId, isNew);
        var standstill = new Standstill(_clock);
        FlowInstance? instance = null;
        while (true)
        {
            try
            {
                instance = await LookAsync(flowInstanceId, RestSince(started), cancellationToken).ConfigureAwait(false);
                patience.Renew();
                see?.Invoke(instance);
                if (instance.IsEnded || standstill.IsReached(instance)) return instance;
            }
            catch (FlowServiceException e) when (patience.Bears(e))
            {
                // The failed attempts were traced. The next one follows after the pause.
            }
            catch (OperationCanceledException e)
                when (!cancellationToken.IsCancellationRequested && timeLimit is not null)
            {
                throw TimedOut(flowInstanceId, instance, e);
            }

            if (RestSince(started) <= TimeSpan.Zero) throw TimedOut(flowInstanceId, instance);
            await _clock.Delay(Pause(started), cancellationToken).ConfigureAwait(false);
        }
    }

    private TimeSpan? RestSince(long started) => timeLimit - _clock.GetElapsedTime(started);

    private async Task<FlowInstance> LookAsync(
        string flowInstanceId, TimeSpan? rest, CancellationToken cancellationToken)
    {
        var longest = rest is not { } time || time > LongestLook ? Timeout.InfiniteTimeSpan
            : time < ShortestLook ? ShortestLook
            : time;
        using var limit = _clock.CreateCancellationTokenSource(longest);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        return await client.GetFlowInstanceAsync(flowInstanceId, either.Token).ConfigureAwait(false);
    }

    /// <summary>The pause that the rate requires, but not beyond the time limit.</summary>
    private TimeSpan Pause(long started)
    {
        var pause = _rate.Pause(_clock.GetElapsedTime(started));
        return RestSince(started) is { } rest && rest < pause ? rest : pause;
    }

    private FlowException TimedOut(string flowInstanceId, FlowInstance? instance, Exception? exception = null) => new(
        FailureKind.WaitTimedOut,
        string.Format(
            CultureInfo.InvariantCulture,
            "The run {0} did not end in {1:0.#} s; it is {2}.",
            flowInstanceId,
            timeLimit?.TotalSeconds,
            instance?.StatusText ?? "not known yet"),
        exception,
        $"Wait again (Wait-BatchFlowInstance {PastedText.Of(flowInstanceId)} -TimeoutSeconds 3600), or stop it "
            + $"(Stop-BatchFlowInstance {PastedText.Of(flowInstanceId)}).");
}
