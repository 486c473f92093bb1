using System;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Analysis.Schedules;
using BatchFlows.Binding;
using BatchFlows.Client;
using BatchFlows.Pipeline;

namespace BatchFlows.Commands;

/// <summary>Starts or pauses the schedules of flows.</summary>
internal static class ScheduleSwitch
{
    public static void Switch(
        this ServiceCommand command,
        FlowReference flow,
        string action,
        bool isForced,
        bool passThru,
        Func<FlowClient, long, CancellationToken, Task> change,
        Func<Item, FlowReference, bool>? foresee = null)
    {
        command.Change(
            flow, action, isForced,
            (item, found) => command.Work.Add(item, (client, stop) => SwitchAsync(client, found.Id, stop), Write),
            foresee);

        async Task<Flow?> SwitchAsync(FlowClient client, long id, CancellationToken cancellationToken)
        {
            await change(client, id, cancellationToken).ConfigureAwait(false);
            if (!passThru) return null;
            return await command.ReadAfterAsync(
                $"Flow {id} was changed", () => client.GetFlowAsync(id, cancellationToken)).ConfigureAwait(false);
        }

        void Write(Flow? changed)
        {
            if (changed is not null) command.WriteObject(changed.WithNextRun());
        }
    }
}
