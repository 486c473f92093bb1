using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;
using BatchFlows.Model.Failures;

namespace BatchFlows.Procedures.Instances;

/// <summary>Prepares the call that starts a run, and does not make it.</summary>
/// <param name="client">Asks the service.</param>
internal sealed class StartPlanner(FlowClient client)
{
    /// <summary>Plans the start of a run.</summary>
    /// <exception cref="FlowException">A call failed, or there is no such task.</exception>
    public async Task<StartPlan> PlanAsync(FlowStart start, CancellationToken cancellationToken = default)
    {
        if (start is null) throw new ArgumentNullException(nameof(start));
        var warnings = new List<string>();
        var time = await TriggerTimeAsync(start, warnings, cancellationToken).ConfigureAwait(false);
        var plan = new StartPlan(start.FlowId, time, warnings);
        if (start.FromTask is null && start.Parameters is null) return plan;
        var flow = await client.GetFlowAsync(start.FlowId, cancellationToken).ConfigureAwait(false);
        if (start.FromTask is null) return plan with { Parameters = Merge(flow, start, warnings) };
        var task = FindTask(flow, start.FromTask);
        if (NotStarted.Behind(flow.Graph, task) is { Count: > 0 } left)
        {
            warnings.Add(
                $"Flow {flow.FlowId} '{flow.FlowName}' started from task '{task.TaskName}' does not run "
                    + $"{string.Join(", ", left)}: the relations that lead there have no Rerun "
                    + "(Get-BatchFlowRelation).");
        }

        return plan with { TaskId = task.TaskId };
    }

    private async Task<DateTimeOffset?> TriggerTimeAsync(
        FlowStart start, List<string> warnings, CancellationToken cancellationToken)
    {
        if (start.BusinessDate is not { } businessDate) return start.TriggerTime;
        var now = client.Clock.GetUtcNow();
        var zone = (await client.HereAsync(cancellationToken).ConfigureAwait(false)).Zone;
        if (zone.Offset is not { } offset)
        {
            throw new FlowException(
                FailureKind.ResponseInvalid,
                $"The trigger time for a business date is not known, because the server calls its zone '{zone}'.",
                remedy: "Specify -TriggerTime in place of -BusinessDate.");
        }

        var dayAfter = DateTime.SpecifyKind(businessDate.Date.AddDays(1), DateTimeKind.Unspecified);
        var time = new DateTimeOffset(dayAfter + now.ToOffset(offset).TimeOfDay, offset);
        if (time > now)
        {
            warnings.Add(
                FormattableString.Invariant($"Flow {start.FlowId} starts only at {time:yyyy-MM-dd HH:mm zzz}, ")
                    + "because its business date is not over before.");
        }

        return time;
    }

    /// <summary>
    /// All parameters of the run: the service does not fall back to the flow's values for omitted ones.
    /// </summary>
    private static ParameterList Merge(Flow flow, FlowStart start, List<string> warnings)
    {
        var merged = flow.Parameters.With(start.Parameters!);
        var unknown = merged.Select(parameter => parameter.Key).Where(key => flow.Parameters[key] is null).ToArray();
        if (unknown.Length > 0)
        {
            var known = flow.Parameters.Select(parameter => parameter.Key).ToArray();
            var near = string.Join(" ", unknown.Select(key => NearNames.Ask(key, known)).Where(ask => ask.Length > 0));
            var problem = FlowException.Join(
                $"Flow {flow.FlowId} '{flow.FlowName}' has no parameter {string.Join(", ", unknown)}. "
                    + $"It has {(known.Length == 0 ? "none" : string.Join(", ", known))}.",
                near);
            if (!start.AllowsUnknown)
            {
                throw new FlowException(
                    FailureKind.RequestInvalid, problem,
                    remedy: "Correct the name, or pass it all the same with -Force.");
            }

            warnings.Add($"{problem} The service starts it with what was given.");
        }

        return merged;
    }

    private static TaskNode FindTask(Flow flow, string nameOrId)
    {
        var found = flow.Graph.Tasks.FirstOrDefault(task => task.TaskName == nameOrId)
            ?? flow.Graph.Tasks.FirstOrDefault(
                task => string.Equals(task.TaskName, nameOrId, StringComparison.OrdinalIgnoreCase))
            ?? flow.Graph.Tasks.FirstOrDefault(task => task.TaskId?.ToString(CultureInfo.InvariantCulture) == nameOrId);
        var known = flow.Graph.Tasks.Count == 0 ? "none" : $"{flow.Graph}";
        return found?.TaskId is not null ? found : throw new FlowException(
            FailureKind.TaskNotFound,
            FlowException.Join(
                $"Flow {flow.FlowId} '{flow.FlowName}' has no task '{nameOrId}'. It has {known}.",
                NearNames.Ask(nameOrId, flow.Graph.Tasks.Select(task => task.TaskName))));
    }
}
