using System;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;

namespace BatchFlows.Procedures.Instances;

/// <summary>
/// Starts runs of flows, each once: when the answer is lost it looks whether there is such a run, and never tries
/// again.
/// </summary>
/// <param name="client">Asks the service.</param>
/// <param name="warn">Takes what the user should know, from any thread.</param>
/// <param name="tell">Takes what may be of interest, from any thread.</param>
internal sealed class FlowStarter(FlowClient client, Action<string>? warn = null, Action<string>? tell = null)
{
    /// <summary>Starts a run.</summary>
    /// <returns>The run; with no more than its IDs when the service does not know it yet.</returns>
    /// <exception cref="FlowException">
    /// A call failed; <see cref="FailureKind.OutcomeUnknown"/> when the answer was lost and no such run is listed.
    /// </exception>
    public async Task<FlowInstance> StartAsync(FlowStart start, CancellationToken cancellationToken = default)
    {
        if (start is null) throw new ArgumentNullException(nameof(start));
        var time = await TriggerTimeAsync(start, cancellationToken).ConfigureAwait(false);
        var sent = client.Clock.GetUtcNow();
        string id;
        try
        {
            id = await TriggerAsync(start, time, cancellationToken).ConfigureAwait(false);
        }
        catch (FlowServiceException e) when (e.Kind == FailureKind.OutcomeUnknown)
        {
            id = await new LostRun(client, start.FlowId, time, sent).FindAsync(e, cancellationToken)
                .ConfigureAwait(false);
            tell?.Invoke($"{e.Problem} The run {id} is there.");
        }

        return await GetAsync(id, start.FlowId, cancellationToken).ConfigureAwait(false);
    }

    private async Task<string> TriggerAsync(FlowStart start, DateTimeOffset time, CancellationToken cancellationToken)
    {
        if (start.FromTask is null && start.Parameters is null)
            return await client.TriggerFlowAsync(start.FlowId, time, cancellationToken).ConfigureAwait(false);
        var flow = await client.GetFlowAsync(start.FlowId, cancellationToken).ConfigureAwait(false);
        return await (start.FromTask is { } task
            ? client.TriggerFlowFromTaskAsync(start.FlowId, FindTask(flow, task), time, cancellationToken)
            : client.UpdateAndTriggerFlowAsync(start.FlowId, Merge(flow, start), time, cancellationToken))
                .ConfigureAwait(false);
    }

    private async Task<DateTimeOffset> TriggerTimeAsync(FlowStart start, CancellationToken cancellationToken)
    {
        var now = client.Clock.GetUtcNow();
        if (start.BusinessDate is not { } businessDate) return start.TriggerTime ?? now;
        var zone = (await client.HereAsync(cancellationToken).ConfigureAwait(false)).Zone;
        if (zone.Offset is not { } offset)
        {
            throw new FlowException(
                FailureKind.ResponseInvalid,
                $"Which time belongs to a business date is not known: the server calls its zone '{zone}'. Give the "
                    + "trigger time.");
        }

        var dayAfter = DateTime.SpecifyKind(businessDate.Date.AddDays(1), DateTimeKind.Unspecified);
        var time = new DateTimeOffset(dayAfter + now.ToOffset(offset).TimeOfDay, offset);
        if (time > now)
            warn?.Invoke(
                FormattableString.Invariant($"Flow {start.FlowId} starts at {time:yyyy-MM-dd HH:mm zzz} only: ")
                    + "its business date is not over before.");
        return time;
    }

    /// <summary>All parameters of the run: the service takes those that are left out for not there.</summary>
    private ParameterList Merge(Flow flow, FlowStart start)
    {
        var merged = flow.Parameters.With(start.Parameters!);
        var unknown = merged.Select(parameter => parameter.Key).Where(key => flow.Parameters[key] is null).ToArray();
        if (unknown.Length > 0)
        {
            var known = flow.Parameters.Count == 0
                ? "none"
                : string.Join(", ", flow.Parameters.Select(parameter => parameter.Key));
            warn?.Invoke(
                $"Flow {flow.FlowId} '{flow.FlowName}' has no parameter {string.Join(", ", unknown)}. It has {known}. "
                    + "It is started with what was given.");
        }

        return merged;
    }

    private static long FindTask(Flow flow, string nameOrId)
    {
        var found = flow.Graph.Tasks.FirstOrDefault(task => task.TaskName == nameOrId)
            ?? flow.Graph.Tasks.FirstOrDefault(
                task => string.Equals(task.TaskName, nameOrId, StringComparison.OrdinalIgnoreCase))
            ?? flow.Graph.Tasks.FirstOrDefault(task => task.TaskId?.ToString(CultureInfo.InvariantCulture) == nameOrId);
        var known = flow.Graph.Tasks.Count == 0 ? "none" : $"{flow.Graph}";
        return found?.TaskId ?? throw new FlowException(
            FailureKind.TaskNotFound,
            $"Flow {flow.FlowId} '{flow.FlowName}' has no task '{nameOrId}'. It has {known}.");
    }

    private async Task<FlowInstance> GetAsync(string flowInstanceId, long flowId, CancellationToken cancellationToken)
    {
        try
        {
            return await client.GetFlowInstanceAsync(flowInstanceId, cancellationToken).ConfigureAwait(false);
        }
        catch (FlowServiceException)
        {
            // It has started, whatever becomes of the question.
            return new FlowInstance(flowInstanceId, flowId, client.Here());
        }
    }
}
