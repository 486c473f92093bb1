using System.Collections.Generic;
using System.Management.Automation;
using System.Threading.Tasks;
using BatchFlows.Binding;
using BatchFlows.Completion;
using BatchFlows.Completion.Local;
using BatchFlows.Pipeline;

namespace BatchFlows.Commands;

/// <summary>Waits until runs of flows have ended.</summary>
/// <remarks>
/// <para>It waits for any number of runs at once. A run that failed or was cancelled is an error, and so is one that
/// did not end in time.</para>
/// <para>A run has ended when its state is final and none of its tasks is running: a failed run may still have running
/// tasks. The service is queried often at first and then less and less.</para>
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
/// <example>
/// Waits for all runs that are under way.
/// <code>Get-BatchFlowInstance -Status Running | Wait-BatchFlowInstance</code>
/// </example>
[Cmdlet(VerbsLifecycle.Wait, "BatchFlowInstance", HelpUri = HelpPage.Folder + "Wait-BatchFlowInstance.md")]
[OutputType(typeof(FlowInstance))]
public sealed class WaitBatchFlowInstanceCommand : ServiceCommand
{
    private readonly List<Task> _waits = [];

    /// <summary>IDs of the runs, or objects that carry a FlowInstanceId.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "IDs of the runs, or objects that carry a FlowInstanceId.")]
    [KeyTransformation(nameof(FlowInstanceId))]
    [ArgumentCompleter(typeof(RunCompleter))]
    public string[] FlowInstanceId { get; set; } = null!;

    /// <summary>
    /// Time limit in seconds, for each run from when the command begins to wait for it. Default: none. The run
    /// continues afterwards.
    /// </summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int? TimeoutSeconds { get; set; }

    /// <summary>Returns each run when it has ended, also one that failed.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private Waiting Waiting => field ??= new Waiting(this, PipelineThread, TimeoutSeconds);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var id in FlowInstanceId)
        {
            var item = ItemOf(id);
            if (item.Failure is { } failure) WriteFailure(item, failure);
            else _waits.Add(WaitAsync(item, id));
        }

        PipelineThread.RunPosted();
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        PipelineThread.Wait(Task.WhenAll(_waits));
        Waiting.Complete();
    }

    private async Task WaitAsync(Item item, string flowInstanceId)
    {
        var run = await Waiting.Begin(item.Client, flowInstanceId).ConfigureAwait(false);
        PipelineThread.Post(() => Waiting.Write(item, run, PassThru && run.IsEnded));
    }
}
