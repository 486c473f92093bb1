using System;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Binding;
using BatchFlows.Client;
using BatchFlows.Pipeline;

namespace BatchFlows.Commands;

/// <summary>What the commands that start and pause the schedules of flows do.</summary>
internal static class ScheduleSwitch
{
    public static void Switch(
        this ServiceCommand command,
        FlowReference flow,
        string action,
        bool isForced,
        bool passThru,
        Func<FlowClient, CancellationToken, Task> change)
    {
        if (command.Confirmation.Ask(command.ItemOf(flow.Id), $"Flow {flow}", action, isForced) is { } item)
            command.Work.Add(item, SwitchAsync, Write);

        async Task<Flow?> SwitchAsync(FlowClient client, CancellationToken cancellationToken)
        {
            await change(client, cancellationToken).ConfigureAwait(false);
            if (!passThru) return null;
            return await command.ReadAfterAsync(
                $"Flow {flow.Id} was changed", () => client.GetFlowAsync(flow.Id, cancellationToken))
                    .ConfigureAwait(false);
        }

        void Write(Flow? changed)
        {
            if (changed is not null) command.WriteObject(changed);
        }
    }
}
