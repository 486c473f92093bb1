using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchFlows.Client;
using BatchFlows.Procedures.Instances;

namespace BatchFlows.Pipeline;

/// <summary>
/// The runs that a command waits for, any number at once and outside its limit on other work, with their progress. A
/// time limit applies to each run, from the beginning of its wait.
/// </summary>
/// <param name="command">The command.</param>
/// <param name="thread">Its pipeline thread.</param>
/// <param name="timeoutSeconds">The time limit of each run, in seconds; null for none.</param>
internal sealed class Waiting(ServiceCommand command, PipelineThread thread, int? timeoutSeconds)
{
    private readonly Dictionary<FlowConnection, InstanceWaiter> _waiters = [];
    private readonly WaitProgress _progress = new(command, "Waiting for runs of flows");

    /// <summary>Waits for a run. The result contains a failure if the run did not succeed.</summary>
    /// <param name="client">Asks the service.</param>
    /// <param name="flowInstanceId">ID of the run.</param>
    /// <param name="isNew">True for a run that was triggered just now.</param>
    public Task<WaitedRun> Begin(FlowClient client, string flowInstanceId, bool isNew = false)
    {
        _progress.Count++;
        command.ShowsWaits = true;
        var waiter = WaiterFor(client);
        return Task.Run(WaitAsync, thread.Stopping);

        async Task<WaitedRun> WaitAsync()
        {
            var run = await waiter.WaitForOutcomeAsync(flowInstanceId, isNew, thread.Stopping).ConfigureAwait(false);
            thread.Post(() => _progress.End(flowInstanceId));
            return run;
        }
    }

    /// <summary>Writes the run, if it was seen at all, and then its failure.</summary>
    /// <param name="item">What the user passed.</param>
    /// <param name="run">The run.</param>
    /// <param name="passThru">False to write the failure only.</param>
    public void Write(Item item, WaitedRun run, bool passThru)
    {
        _progress.Complete(); // what a later command does with the run may take long, and an error may end the command
        if (passThru && run.Instance is not null) command.WriteObject(run.Instance);
        if (run.Failure is null) return;
        command.WriteFailure(item, run.Failure);
    }

    /// <summary>Removes the progress from the screen.</summary>
    public void Complete() => _progress.Complete();

    private InstanceWaiter WaiterFor(FlowClient client)
    {
        if (_waiters.TryGetValue(client.Connection, out var known)) return known;
        TimeSpan? timeLimit = timeoutSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        return _waiters[client.Connection] = new InstanceWaiter(
            client, timeLimit, instance => thread.Post(() => _progress.See(instance)));
    }
}
