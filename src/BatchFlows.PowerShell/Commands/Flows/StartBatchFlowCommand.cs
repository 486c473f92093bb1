using System;
using System.Collections;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Binding;
using BatchFlows.Client;
using BatchFlows.Errors;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Instances;

namespace BatchFlows.Commands;

/// <summary>Starts runs of flows and writes them: at once, or when they have ended with -Wait.</summary>
/// <remarks>
/// <para>The service has one run of a flow at a time: others wait for it. It takes no second run of a flow for the same
/// minute.</para>
/// <para>With -Wait a run that fails or is cancelled is an error as well, so that try, catch and $? tell how it ended; without, the run
/// comes back at once, for Wait-BatchFlowInstance.</para>
/// <para>A run whose start was not answered is looked for, and never started again.</para>
/// </remarks>
/// <example>
/// Starts a run, and gives it back at once.
/// <code>Start-BatchFlow 3001</code>
/// </example>
/// <example>
/// Runs with another value, and knows how it ended.
/// <code>
/// try { Start-BatchFlow 3001 -Parameter @{ batch_size = 100 } -Wait -ErrorAction Stop }
/// catch [BatchFlows.InstanceFailedException] { $_.Exception.Instance.FailedTasks }
/// </code>
/// </example>
/// <example>
/// Processes the data of a day once more.
/// <code>Start-BatchFlow 3001 -BusinessDate 2026-03-01</code>
/// </example>
/// <example>
/// Runs again what failed, from the task that failed.
/// <code>
/// $run = Get-BatchFlowInstance -Status Fail | Get-BatchFlowInstance | Select-Object -First 1
/// Start-BatchFlow $run -FromTask $run.FailedTasks[0].TaskName
/// </code>
/// </example>
[Cmdlet(VerbsLifecycle.Start, "BatchFlow", DefaultParameterSetName = WholeFlow, SupportsShouldProcess = true)]
[OutputType(typeof(FlowInstance))]
public sealed class StartBatchFlowCommand : FlowActionCommand
{
    private const string WholeFlow = "Flow";
    private const string WithParameters = "Parameter";
    private const string PartOfFlow = "FromTask";

    /// <summary>
    /// When the run is to start; now when not given. A time in the past starts it at once, and its time parameters follow from that time.
    /// A time without a zone is in the zone of this machine.
    /// </summary>
    [Parameter]
    public DateTimeOffset? TriggerTime { get; set; }

    /// <summary>
    /// The day whose data the run is to process, in place of -TriggerTime. The service takes the day before the trigger time for it, so
    /// the trigger time is the present time of day on the day after, in the server's zone.
    /// </summary>
    [Parameter]
    public DateTime? BusinessDate { get; set; }

    /// <summary>Values of the flow's parameters for this run only, by name. Those of other names are as in the flow.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WithParameters)]
    [ValidateNotNullOrEmpty]
    public IDictionary? Parameter { get; set; }

    /// <summary>Name or ID of a task: only that task and what follows it run.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PartOfFlow, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? FromTask { get; set; }

    /// <summary>Waits until the run has ended. A run that fails or is cancelled is an error then.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>How long -Wait waits for each run, in seconds; as long as it takes when not given. The run goes on.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? TimeoutSeconds { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (TriggerTime is null || BusinessDate is null) return;
        var exception = new ArgumentException("-TriggerTime and -BusinessDate both say when the run is to start: give one of them.");
        ThrowTerminatingError(ErrorRecords.InvalidArgument(exception, BusinessDate));
    }

    private protected override void Process(FlowReference flow)
    {
        var start = new FlowStart(flow.Id) { TriggerTime = TriggerTime, BusinessDate = BusinessDate, Parameters = Parameter, FromTask = FromTask };
        var isConnectionOfItem = IsConnectionOfItem;
        var action = FromTask is null ? "Start" : $"Start from task '{FromTask}'";
        Change(flow.Id, $"Flow {flow}", action, (client, stop) => StartAsync(client, start, stop), Write);

        void Write((FlowInstance Instance, FlowException? Failure) run)
        {
            WriteObject(run.Instance);
            if (run.Failure is { } failure) WriteFailure(failure, flow.Id, isConnectionOfItem);
        }
    }

    private async Task<(FlowInstance Instance, FlowException? Failure)> StartAsync(
        FlowClient client, FlowStart start, CancellationToken cancellationToken)
    {
        var starter = new FlowStarter(client, text => PipelineThread.Post(() => WriteWarning(text)), text => PipelineThread.Post(() => WriteVerbose(text)));
        var instance = await starter.StartAsync(start, cancellationToken).ConfigureAwait(false);
        if (!Wait) return (instance, null);
        try
        {
            var timeLimit = TimeoutSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
            var waiter = new InstanceWaiter(client, timeLimit, seen => instance = seen);
            instance = await waiter.WaitAsync(instance.FlowInstanceId!, isNew: true, cancellationToken).ConfigureAwait(false);
            return (instance, instance.IsFailed ? new InstanceFailedException(instance) : null);
        }
        catch (FlowException e)
        {
            return (instance, e); // the run goes on
        }
    }
}
