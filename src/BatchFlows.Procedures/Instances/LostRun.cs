using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;

namespace BatchFlows.Procedures.Instances;

/// <summary>
/// Looks for the run of a flow whose start was not answered. A run is accepted only if nothing else is known that can
/// explain it: it was created since, no other start of this connection made it or may have made it, and it has the
/// parameters that were sent.
/// </summary>
/// <param name="sent">
/// When the start was sent, by this machine's clock. A run that existed before cannot be the one.
/// </param>
/// <param name="parameters">The parameters that were sent; null for the flow's own.</param>
internal sealed class LostRun(
    FlowClient client, long flowId, DateTimeOffset triggerTime, DateTimeOffset sent, ParameterList? parameters)
{
    private const int Looks = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly FlowType[] Types = [FlowType.Manual, FlowType.Periodic, FlowType.Temporary];

    /// <returns>ID of the run.</returns>
    /// <exception cref="FlowException">There is none, or the service cannot be asked.</exception>
    public async Task<string> FindAsync(FlowServiceException failure, CancellationToken cancellationToken)
    {
        var minute = new DateTimeOffset(
            triggerTime.UtcTicks - triggerTime.UtcTicks % TimeSpan.TicksPerMinute, TimeSpan.Zero);
        try
        {
            for (var look = 0; look < Looks; look++)
            {
                if (look > 0) await client.Clock.Delay(Pause, cancellationToken).ConfigureAwait(false);
                var others = new List<FlowInstance>();
                foreach (var type in Types)
                {
                    var (own, rest) = await FindAsync(type, minute, cancellationToken).ConfigureAwait(false);
                    others.AddRange(rest);
                    if (own.Count > 1) others.AddRange(own);
                    else if (own.Count == 1) return Claim(own[0]) ?? throw NotThis(failure, own[0]);
                }

                if (others.Count > 0) throw NotThis(failure, others[0]);
            }
        }
        catch (FlowServiceException e) when (e.Kind != FailureKind.OutcomeUnknown)
        {
            throw failure.With($"Whether there is such a run could not be found out. {e.Problem}");
        }

        throw failure.With(
            string.Format(CultureInfo.InvariantCulture,
                "No run of flow {0} at {1:yyyy-MM-dd HH:mm} UTC is listed so far.", flowId, minute));
    }

    private async Task<(List<FlowInstance> Own, List<FlowInstance> Others)> FindAsync(
        FlowType type, DateTimeOffset minute, CancellationToken cancellationToken)
    {
        var criteria = new InstanceCriteria(minute, minute.AddMinutes(1)) { Types = [type], FlowId = flowId };
        var search = new InstanceSearch(client, criteria);
        var (own, others) = (new List<FlowInstance>(), new List<FlowInstance>());
        while (own.Count == 0 && await search.NextAsync(cancellationToken).ConfigureAwait(false) is { } some)
        {
            foreach (var run in some.Where(instance => instance.FlowInstanceId is not null))
                (await IsOfThisStartAsync(run, cancellationToken).ConfigureAwait(false) ? own : others).Add(run);
        }

        return (own, others);
    }

    private string? Claim(FlowInstance run) =>
        StartedRuns.Of(client.Connection).TryClaim(flowId, run.FlowInstanceId!, client.Clock)
            ? run.FlowInstanceId
            : null;

    /// <summary>
    /// True when it was created since the start was sent, by the server's clock and its creation time.
    /// </summary>
    private async Task<bool> IsOfThisStartAsync(FlowInstance instance, CancellationToken cancellationToken)
    {
        if (instance.CreateTime is not { IsAmbiguous: false, Instant: { } created }) return false;
        var ahead = await client.GetCurrentTimeAsync(cancellationToken)
            .ConfigureAwait(false) - client.Clock.GetUtcNow();
        var since = (sent + ahead).UtcTicks;
        since -= since % TimeSpan.TicksPerSecond; // the service tells whole seconds
        if (created.UtcTicks < since) return false;
        if (parameters is null) return true;
        var run = await client.GetFlowInstanceAsync(instance.FlowInstanceId!, cancellationToken).ConfigureAwait(false);
        return run.Parameters.Count == 0 || parameters.All(sent => run.Parameters[sent.Key] == sent.Value);
    }

    private static FlowServiceException NotThis(FlowServiceException failure, FlowInstance other) =>
        failure.With(
            $"The run {other} of that minute exists, created at {other.CreateTime}; another start may have made it.");
}
