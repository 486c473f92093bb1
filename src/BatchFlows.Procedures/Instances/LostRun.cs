using System;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;

namespace BatchFlows.Procedures.Instances;

/// <summary>
/// Looks for the run of a flow whose start was not answered. The service has one run of a flow for each minute at most.
/// </summary>
/// <param name="sent">When the start was sent, by this machine's clock: a run that was there before is not its.</param>
internal sealed class LostRun(FlowClient client, long flowId, DateTimeOffset triggerTime, DateTimeOffset sent)
{
    private static readonly TimeSpan Finest = TimeSpan.FromSeconds(2); // the service tells whole seconds
    private const int Looks = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly FlowType[] Types = [FlowType.Manual, FlowType.Periodic, FlowType.Temporary];

    /// <returns>ID of the run.</returns>
    /// <exception cref="FlowException">There is none, or it cannot be found out.</exception>
    public async Task<string> FindAsync(FlowServiceException failure, CancellationToken cancellationToken)
    {
        var minute = new DateTimeOffset(
            triggerTime.UtcTicks - triggerTime.UtcTicks % TimeSpan.TicksPerMinute, TimeSpan.Zero);
        try
        {
            for (var look = 0; look < Looks; look++)
            {
                if (look > 0) await client.Clock.Delay(Pause, cancellationToken).ConfigureAwait(false);
                foreach (var type in Types)
                {
                    if (await FindAsync(type, minute, cancellationToken).ConfigureAwait(false) is { } found)
                        return await IsOfThisStartAsync(found, cancellationToken).ConfigureAwait(false)
                            ? found.FlowInstanceId!
                            : throw NotThis(failure, found);
                }
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

    private async Task<FlowInstance?> FindAsync(
        FlowType type, DateTimeOffset minute, CancellationToken cancellationToken)
    {
        var criteria = new InstanceCriteria(minute, minute.AddMinutes(1)) { Types = [type], FlowId = flowId };
        var search = new InstanceSearch(client, criteria);
        while (await search.NextAsync(cancellationToken).ConfigureAwait(false) is { } some)
        {
            if (some.FirstOrDefault(instance => instance.FlowInstanceId is not null) is { } found) return found;
        }

        return null;
    }

    /// <summary>True when the run was created after the start was sent, by the server's clock.</summary>
    private async Task<bool> IsOfThisStartAsync(FlowInstance instance, CancellationToken cancellationToken)
    {
        if (instance.CreateTime is not { IsAmbiguous: false, Instant: { } created }) return false;
        var ahead = await client.GetCurrentTimeAsync(cancellationToken)
            .ConfigureAwait(false) - client.Clock.GetUtcNow();
        return created >= sent + ahead - Finest;
    }

    private static FlowServiceException NotThis(FlowServiceException failure, FlowInstance other) =>
        failure.With(
            $"The run {other} of that minute is there, created at {other.CreateTime}; it seems to be an older one.");
}
