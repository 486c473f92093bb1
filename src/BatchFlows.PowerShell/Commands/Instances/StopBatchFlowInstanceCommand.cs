using System;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Binding;
using BatchFlows.Client;
using BatchFlows.Completion;
using BatchFlows.Completion.Local;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Instances;

namespace BatchFlows.Commands;

/// <summary>Cancels runs of flows.</summary>
/// <remarks>
/// The service accepts the request immediately, and the run ends shortly afterwards. Work that was already dispatched
/// continues. -Wait returns when the run has ended. A warning reports a run that had ended before, with its status.
/// </remarks>
/// <example>
/// Cancels all runs of a flow that are under way.
/// <code>Get-BatchFlowInstance -Name bill_customers -Status Running, Wait | Stop-BatchFlowInstance</code>
/// </example>
/// <example>
/// Cancels runs, waits until they have ended and shows them.
/// <code>Get-BatchFlowInstance -Status Running | Stop-BatchFlowInstance -Wait -PassThru</code>
/// </example>
/// <example>
/// Shows which runs would be cancelled.
/// <code>Get-BatchFlowInstance -Status Running | Stop-BatchFlowInstance -WhatIf</code>
/// </example>
[Cmdlet(
    VerbsLifecycle.Stop, "BatchFlowInstance", SupportsShouldProcess = true,
    HelpUri = HelpPage.Folder + "Stop-BatchFlowInstance.md")]
[OutputType(typeof(FlowInstance))]
public sealed class StopBatchFlowInstanceCommand : ServiceCommand
{
    /// <summary>IDs of the runs, or objects that carry a FlowInstanceId.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "IDs of the runs, or objects that carry a FlowInstanceId.")]
    [KeyTransformation(nameof(FlowInstanceId))]
    [ArgumentCompleter(typeof(RunCompleter))]
    public string[] FlowInstanceId { get; set; } = null!;

    /// <summary>Waits until the runs have ended.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>
    /// Time limit of -Wait, in seconds, for each run from when it was cancelled. Default: none. The run stays
    /// cancelled.
    /// </summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int? TimeoutSeconds { get; set; }

    /// <summary>Makes changes without asking, also through a protected connection.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Returns the runs as they are afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private Waiting Waiting => field ??= new Waiting(this, PipelineThread, TimeoutSeconds);

    private protected override bool MakesChanges => true;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (Wait) Work.Unended = "Cancelled, not ended";
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var id in FlowInstanceId)
        {
            var item = ItemOf(id);
            var what = $"Instance {id}";
            if (Confirmation.IsRead(item, Force))
            {
                if (Look(item, (client, stop) => client.GetFlowInstanceAsync(id, stop)) is not { } run) continue;
                what += $" of flow {run.FlowId} '{run.FlowName}'";
            }

            if (Confirmation.Ask(item, what, "Cancel", Force) is { } asked)
                Work.Add(
                    asked, (client, stop) => CancelAsync(client, id, stop), cancelled => Write(asked, id, cancelled));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        Waiting.Complete();
    }

    /// <returns>The run as it is afterwards; null with -Wait, which looks at its end.</returns>
    private async Task<FlowInstance?> CancelAsync(FlowClient client, string id, CancellationToken cancellationToken)
    {
        await client.CancelFlowInstanceAsync(id, cancellationToken).ConfigureAwait(false);
        if (Wait) return null;
        if (PassThru)
            return await ReadAfterAsync(
                $"The run {id} was cancelled", () => client.GetFlowInstanceAsync(id, cancellationToken))
                    .ConfigureAwait(false);
        try
        {
            return await client.GetFlowInstanceAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is FlowServiceException or OperationCanceledException)
        {
            return null; // it is cancelled, whatever becomes of the question
        }
    }

    /// <summary>The service accepts the cancellation of a run that has ended, and nothing comes of it.</summary>
    private void WarnIfEndedBefore(FlowInstance run)
    {
        if (!run.IsEnded || run.Status is InstanceStatus.Cancel
            || run.Graph.Tasks.Any(task => task.Status is InstanceStatus.Cancel)) return;
        var zone = run.TimeZone is { } name ? $" ({name})" : "";
        WriteWarning(
            $"The run {run.FlowInstanceId} of flow {run.FlowId} '{run.FlowName}' was not cancelled, because it had "
                + "ended" + (run.EndTime is { } end ? $" at {end}{zone}" : "") + $" with the status {run.Status}.");
    }

    private void Write(Item item, string id, FlowInstance? cancelled)
    {
        if (cancelled is not null) WarnIfEndedBefore(cancelled);
        if (cancelled is not null && PassThru) WriteObject(cancelled);
        if (Wait)
            Work.AddWait(item, Waiting.Begin(item.Client, id), run => WriteEnded(item, run), id, static () => { });
    }

    /// <summary>A cancelled run counts as failed, but here cancelling was the goal.</summary>
    private void WriteEnded(Item item, WaitedRun run)
    {
        if (run is { IsEnded: true, Instance: { } instance }) WarnIfEndedBefore(instance);
        Waiting.Write(item, run.IsEnded ? run with { Failure = null } : run, PassThru && run.IsEnded);
    }
}
