using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Binding;
using BatchFlows.Client;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Instances;

namespace BatchFlows.Commands;

/// <summary>Cancels runs of flows.</summary>
/// <remarks>The service takes note of it at once; the run ends a little later, and work that was handed over already goes on.</remarks>
/// <example>
/// Cancels all runs of a flow that are under way.
/// <code>Get-BatchFlowInstance -Name bill_customers -Status Running, Wait | Stop-BatchFlowInstance</code>
/// </example>
/// <example>
/// Cancels runs, waits for their ends and shows them.
/// <code>Get-BatchFlowInstance -Status Running | Stop-BatchFlowInstance -Wait -PassThru</code>
/// </example>
[Cmdlet(VerbsLifecycle.Stop, "BatchFlowInstance", SupportsShouldProcess = true)]
[OutputType(typeof(FlowInstance))]
public sealed class StopBatchFlowInstanceCommand : ChangeCommand
{
    private readonly List<(string Id, Task<FlowInstance> Wait)> _waits = [];

    /// <summary>IDs of the runs, or objects that carry a FlowInstanceId.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [KeyTransformation(nameof(FlowInstanceId))]
    public string[] FlowInstanceId { get; set; } = null!;

    /// <summary>Waits until nothing more happens in the runs.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>With -Wait: how many seconds to wait for each run at most. It has been cancelled then all the same.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int? TimeoutSeconds { get; set; }

    /// <summary>Writes the runs as they are afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var id in FlowInstanceId)
        {
            Change(id, $"Instance {id}", "Cancel", (client, stop) => CancelAsync(client, id, stop), client => LookAfter(client, id));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        foreach (var (id, wait) in _waits) Enqueue(id, wait, WriteAfter);
        base.EndProcessing();
    }

    private static async Task<FlowClient> CancelAsync(FlowClient client, string id, CancellationToken cancellationToken)
    {
        await client.CancelFlowInstanceAsync(id, cancellationToken).ConfigureAwait(false);
        return client;
    }

    private void LookAfter(FlowClient client, string id)
    {
        // Beside the limit on calls: runs that take their time to end must not keep others from being cancelled.
        if (Wait) _waits.Add((id, WaitAsync(client, id, PipelineThread.Stopping)));
        else if (PassThru) Enqueue(id, (same, stop) => ReadAfterAsync($"The run {id} was cancelled", () => same.GetFlowInstanceAsync(id, stop)), WriteAfter, client);
    }

    private Task<FlowInstance> WaitAsync(FlowClient client, string id, CancellationToken cancellationToken)
    {
        TimeSpan? timeLimit = TimeoutSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        return Task.Run(() => new InstanceWaiter(client, timeLimit).WaitAsync(id, cancellationToken: cancellationToken), cancellationToken);
    }

    private void WriteAfter(FlowInstance? instance)
    {
        if (PassThru && instance is not null) WriteObject(instance);
    }
}
