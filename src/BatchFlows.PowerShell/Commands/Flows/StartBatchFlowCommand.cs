using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Client;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Instances;

namespace BatchFlows.Commands;

/// <summary>Starts runs of flows.</summary>
/// <remarks>
/// <para>The run is returned at once, for Wait-BatchFlowInstance, or with -Wait when it has ended. With -Wait, a run
/// that fails or is cancelled is also an error, so try, catch and $? see how it ended.</para>
/// <para>The service runs a flow once at a time; other runs wait. A flow can be started only once per minute. If the
/// answer to a start is lost, the command looks for the run, and never starts it again.</para>
/// </remarks>
/// <example>
/// Starts a run and returns it at once.
/// <code>Start-BatchFlow 3001</code>
/// </example>
/// <example>
/// Runs with another value, and reports how the run ended.
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
/// Runs a failed flow again, from the task that failed.
/// <code>
/// $run = Get-BatchFlowInstance -Status Fail | Get-BatchFlowInstance | Select-Object -First 1
/// Start-BatchFlow $run -FromTask $run.FailedTasks[0].TaskName
/// </code>
/// </example>
[Cmdlet(
    VerbsLifecycle.Start, "BatchFlow", DefaultParameterSetName = WholeFlow, SupportsShouldProcess = true,
    HelpUri = HelpPage.Folder + "Start-BatchFlow.md")]
[OutputType(typeof(FlowInstance))]
public sealed partial class StartBatchFlowCommand : ServiceCommand
{
    private const string WholeFlow = "Flow";
    private const string WithParameters = "Parameter";
    private const string PartOfFlow = "FromTask";

    private Waiting Waiting => field ??= new Waiting(this, PipelineThread, TimeoutSeconds);

    private protected override bool MakesChanges => true;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (Wait) Work.Unended = "Started, not ended";
        if (TriggerTime is not null && BusinessDate is not null)
            Refuse("-TriggerTime and -BusinessDate both set when the run starts. Specify one of them.", BusinessDate);
        if (Tables.ProblemOf(Parameter) is { } problem) Refuse(problem, Parameter);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var action = FromTask is null ? "Start" : $"Start from task '{FromTask}'";
        foreach (var flow in FlowId)
        {
            StartPlan? foreseen = null;
            Change(flow, action, Force, BeginOrPlan, Foresee);

            void BeginOrPlan(Item item, FlowReference found)
            {
                if (foreseen is not null) Begin(item, foreseen);
                else Plan(item, found);
            }

            bool Foresee(Item item, FlowReference found)
            {
                foreseen = Look(item, (client, stop) => new StartPlanner(client).PlanAsync(StartOf(found), stop));
                WriteWarnings(foreseen);
                return foreseen is not null;
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        Waiting.Complete();
    }

    private FlowStart StartOf(FlowReference flow) => new(flow.Id)
    {
        TriggerTime = TriggerTime,
        BusinessDate = BusinessDate,
        Parameters = Parameter,
        AllowsUnknown = Force,
        FromTask = FromTask,
    };

    private void Plan(Item item, FlowReference flow) => Work.Add(
        item, (client, stop) => new StartPlanner(client).PlanAsync(StartOf(flow), stop), plan =>
        {
            WriteWarnings(plan);
            Begin(item, plan);
        }, isLook: true);

    private void WriteWarnings(StartPlan? plan)
    {
        foreach (var warning in plan?.Warnings ?? []) WriteWarning(warning);
    }

    private void Begin(Item item, StartPlan plan) =>
        Work.Add(item, (client, stop) => StarterFor(client).StartAsync(plan, stop), run => Write(item, run));

    private FlowStarter StarterFor(FlowClient client) => new(
        client, text => PipelineThread.Post(() => WriteVerbose(text)));

    private void Write(Item item, FlowInstance run)
    {
        if (!Wait)
        {
            WriteObject(run);
            return;
        }

        var wait = Waiting.Begin(item.Client, run.FlowInstanceId!, isNew: true);
        Work.AddWait(item, wait, Finish, run.FlowInstanceId!, () => WriteObject(run));

        void Finish(WaitedRun waited) =>
            Waiting.Write(item, waited with { Instance = waited.Instance ?? run }, passThru: true);
    }
}
