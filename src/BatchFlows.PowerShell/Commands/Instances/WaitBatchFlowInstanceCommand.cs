using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Management.Automation;
using System.Threading.Tasks;
using BatchFlows.Binding;
using BatchFlows.Connections;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Instances;

namespace BatchFlows.Commands;

/// <summary>Waits until runs of flows have ended, for any number at once.</summary>
/// <remarks>
/// <para>A run that failed or was cancelled is an error, and so is one that did not end in time.</para>
/// <para>A run has ended when its state is final and no task of it goes on: a run that failed may still have tasks that run. The service is
/// asked often at first and then less and less.</para>
/// </remarks>
/// <example>
/// Starts two flows, and waits an hour at most for both.
/// <code>Start-BatchFlow 3001, 3002 | Wait-BatchFlowInstance -TimeoutSeconds 3600 -PassThru</code>
/// </example>
/// <example>
/// Shows the logs of what failed.
/// <code>
/// $run = Start-BatchFlow 3001
/// try { $run | Wait-BatchFlowInstance -ErrorAction Stop }
/// catch [BatchFlows.InstanceFailedException] { $run | Get-BatchFlowTaskLog -Failed }
/// </code>
/// </example>
[Cmdlet(VerbsLifecycle.Wait, "BatchFlowInstance")]
[OutputType(typeof(FlowInstance))]
public sealed class WaitBatchFlowInstanceCommand : ServiceCommand
{
    private readonly Stopwatch _elapsed = Stopwatch.StartNew();
    private readonly Dictionary<FlowConnection, InstanceWaiter> _waiters = [];
    private readonly List<Task> _waits = [];
    private readonly WaitProgress _progress;

    /// <summary>Nothing is waited for yet.</summary>
    public WaitBatchFlowInstanceCommand() => _progress = new WaitProgress(this, "Waiting for runs of flows");

    /// <summary>IDs of the runs, or objects that carry a FlowInstanceId.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [KeyTransformation(nameof(FlowInstanceId))]
    public string[] FlowInstanceId { get; set; } = null!;

    /// <summary>How many seconds to wait for all runs together at most; as long as it takes when not given. The runs go on.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int? TimeoutSeconds { get; set; }

    /// <summary>Writes each run when it has ended, also one that failed.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var id in FlowInstanceId)
        {
            try
            {
                var (waiter, isConnectionOfItem) = (WaiterFor(Session.Current.Find(Connection)), IsConnectionOfItem);
                _waits.Add(Task.Run(() => WaitAsync(waiter, id, isConnectionOfItem), PipelineThread.Stopping));
                _progress.Count++;
            }
            catch (FlowException e)
            {
                WriteFailure(e, id, IsConnectionOfItem);
            }
        }

        PipelineThread.RunPosted();
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        PipelineThread.Wait(WaitForAllAsync());
        _progress.Complete();
    }

    private InstanceWaiter WaiterFor(FlowConnection connection)
    {
        if (_waiters.TryGetValue(connection, out var known)) return known;
        TimeSpan? timeLimit = TimeoutSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        return _waiters[connection] = new InstanceWaiter(
            ClientFor(connection), timeLimit, instance => PipelineThread.Post(() => _progress.See(instance)))
        {
            Elapsed = _elapsed.Elapsed,
        };
    }

    private async Task WaitAsync(InstanceWaiter waiter, string id, bool isConnectionOfItem)
    {
        try
        {
            var instance = await waiter.WaitAsync(id, cancellationToken: PipelineThread.Stopping).ConfigureAwait(false);
            PipelineThread.Post(() => WriteEnded(instance, id));
        }
        catch (FlowException e)
        {
            PipelineThread.Post(() => WriteError(e, id, isConnectionOfItem));
        }
    }

    private async Task<bool> WaitForAllAsync()
    {
        await Task.WhenAll(_waits).ConfigureAwait(false);
        return true;
    }

    private void WriteEnded(FlowInstance instance, string id)
    {
        if (PassThru) WriteObject(instance);
        if (instance.IsFailed) WriteError(new InstanceFailedException(instance), id, isConnectionOfItem: false);
        else _progress.End(id);
    }

    private void WriteError(FlowException exception, string id, bool isConnectionOfItem)
    {
        _progress.End(id);
        _progress.Complete(); // the error may end the command
        WriteFailure(exception, id, isConnectionOfItem);
    }
}
