using System;
using System.Collections;
using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Client;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Instances;

namespace BatchFlows.Commands;

/// <summary>Starts runs of flows and writes them: at once, or when they have ended with -Wait.</summary>
/// <remarks>
/// <para>The service has one run of a flow at a time: others wait for it. It takes no second run of a flow for the same
/// minute.</para>
/// <para>With -Wait a run that fails or is cancelled is an error as well, so that try, catch and $? tell how it ended;
/// without, the run comes back at once, for Wait-BatchFlowInstance.</para>
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
public sealed class StartBatchFlowCommand : ServiceCommand
{
    private const string WholeFlow = "Flow";
    private const string WithParameters = "Parameter";
    private const string PartOfFlow = "FromTask";

    /// <summary>IDs of the flows, or objects that carry a FlowId.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [FlowReferenceTransformation]
    public FlowReference[] FlowId { get; set; } = null!;

    /// <summary>
    /// When the run is to start; now when not given. A time in the past starts it at once, and its time parameters
    /// follow from that time. A time without a zone is in the zone of this machine.
    /// </summary>
    [Parameter]
    public DateTimeOffset? TriggerTime { get; set; }

    /// <summary>
    /// The day whose data the run is to process, in place of -TriggerTime. The service takes the day before the trigger
    /// time for it, so the trigger time is the present time of day on the day after, in the server's zone.
    /// </summary>
    [Parameter]
    public DateTime? BusinessDate { get; set; }

    /// <summary>
    /// Values of the flow's parameters for this run only, by name. Those of other names are as in the flow.
    /// </summary>
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

    /// <summary>
    /// How long -Wait waits for each run, in seconds; as long as it takes when not given. The run goes on.
    /// </summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int? TimeoutSeconds { get; set; }

    /// <summary>Makes changes through a protected connection without asking.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private Waiting Waiting => field ??= new Waiting(this, PipelineThread, TimeoutSeconds);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (TriggerTime is not null && BusinessDate is not null)
            Refuse("-TriggerTime and -BusinessDate both set when the run starts. Specify one of them.", BusinessDate);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var action = FromTask is null ? "Start" : $"Start from task '{FromTask}'";
        foreach (var flow in FlowId)
        {
            if (Confirmation.Ask(ItemOf(flow.Id), $"Flow {flow}", action, Force) is not { } item) continue;
            var start = new FlowStart(flow.Id)
            {
                TriggerTime = TriggerTime,
                BusinessDate = BusinessDate,
                Parameters = Parameter,
                FromTask = FromTask,
            };
            Work.Add(item, (client, stop) => StarterFor(client).StartAsync(start, stop), run => Write(item, run));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        Waiting.Complete();
    }

    private FlowStarter StarterFor(FlowClient client) => new(
        client,
        warning => PipelineThread.Post(() => WriteWarning(warning)),
        text => PipelineThread.Post(() => WriteVerbose(text)));

    private void Write(Item item, FlowInstance run)
    {
        if (!Wait)
        {
            WriteObject(run);
            return;
        }

        var wait = Waiting.Begin(item.Client, run.FlowInstanceId!, isNew: true);
        Work.AddLater(item, wait,
            waited => Waiting.Write(item, waited with { Instance = waited.Instance ?? run }, passThru: true));
    }
}
