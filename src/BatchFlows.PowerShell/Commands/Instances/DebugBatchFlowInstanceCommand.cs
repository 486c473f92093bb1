using System;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Binding;
using BatchFlows.Client;
using BatchFlows.Completion;
using BatchFlows.Completion.Local;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Diagnosis;
using BatchFlows.Procedures.Files;

namespace BatchFlows.Commands;

/// <summary>Finds out why a run failed, or why it did not start.</summary>
/// <remarks>
/// <para>Reports the task that failed first, its exit code and tries, the line of its log that names the error, the
/// tasks that it blocked, and the flows that the run waits for. It compares the run with those before it: what changed
/// since the last one that succeeded, and how many had the same error. RecoveredBy is the first run after it that
/// succeeded. NextStep is a command to try next; it is empty if there is nothing to do.</para>
/// <para>The line of the error is found by its form, so it can be wrong; Log has the last lines. The run is compared
/// with those before and after it within -Last, and with ten failed ones at most. Those that could not be read are in
/// FailuresNotRead. A run is stuck if it has run three times as long as the longest successful one, and at least ten
/// minutes; if none succeeded within -Last, if it has run for a day.</para>
/// </remarks>
/// <example>
/// Finds out why the last failed run of a flow failed.
/// <code>Debug-BatchFlowInstance -FlowId forecast_demand</code>
/// </example>
/// <example>
/// Reports on all runs that failed in the last day.
/// <code>Get-BatchFlowInstance -Status Fail, Timeout | Debug-BatchFlowInstance</code>
/// </example>
/// <example>
/// Counts the errors of a week.
/// <code>
/// Get-BatchFlowInstance -Status Fail -Last 7d | Debug-BatchFlowInstance |
///     Group-Object FlowName, TaskName, ErrorLine | Sort-Object Count -Descending
/// </code>
/// </example>
/// <example>
/// Also reports what has changed in the definition since the backup.
/// <code>Debug-BatchFlowInstance -FlowId etl_meter_readings -Last 30d -Backup ./flows</code>
/// </example>
[Cmdlet(
    VerbsDiagnostic.Debug, "BatchFlowInstance", DefaultParameterSetName = OfRun,
    HelpUri = HelpPage.Folder + "Debug-BatchFlowInstance.md")]
[OutputType(typeof(RunDiagnosis))]
public sealed class DebugBatchFlowInstanceCommand : ServiceCommand
{
    private const string OfRun = "Run";
    private const string OfFlow = "Flow";
    private const int DefaultTail = 10;

    private static readonly TimeSpan DefaultWindow = TimeSpan.FromDays(7);

    private string? _backup;

    /// <summary>IDs of the runs, or objects that carry a FlowInstanceId.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ParameterSetName = OfRun, ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true,
        HelpMessage = "IDs of the runs, or objects that carry a FlowInstanceId.")]
    [KeyTransformation(nameof(FlowInstanceId))]
    [ArgumentCompleter(typeof(RunCompleter))]
    public string[] FlowInstanceId { get; set; } = [];

    /// <summary>
    /// IDs or exact names of flows, or objects that carry a FlowId: the last run of each that did not succeed, waits or
    /// is stuck. Of several that wait or are stuck, the first. If there is none, the first run that has not ended.
    /// </summary>
    [Parameter(
        Mandatory = true, ParameterSetName = OfFlow,
        HelpMessage = "IDs or exact names of flows, or objects that carry a FlowId")]
    [FlowReferenceTransformation]
    [Alias("Id")]
    [ArgumentCompleter(typeof(FlowCompleter))]
    public FlowReference[] FlowId { get; set; } = [];

    /// <summary>
    /// How far back and ahead runs are compared, and with -FlowId looked for, such as 7d or 12h; a number is in
    /// seconds. Default: 7 days.
    /// </summary>
    [Parameter]
    [SpanTransformation]
    [ArgumentCompleter(typeof(SpanCompleter))]
    public TimeSpan? Last { get; set; }

    /// <summary>Number of lines from the end of the log. Default: 10.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int Tail { get; set; } = DefaultTail;

    /// <summary>
    /// Folder of a backup with the flow's file, or the file itself: differences of the flow as it is now are reported
    /// as changes.
    /// </summary>
    [Parameter]
    [PlainText]
    [ValidateNotNullOrEmpty]
    public string? Backup { get; set; }

    private TimeSpan Window => Last ?? DefaultWindow;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (Window <= TimeSpan.Zero) Refuse("-Last must be longer than zero. Specify it such as 7d.", Window);
        if (Backup is not null) _backup = Resolve(Backup);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var id in FlowInstanceId)
            Enqueue(id, (client, stop) => DebugAsync(client, id, stop), WriteObject);
        foreach (var flow in FlowId)
        {
            Enqueue(flow, DebugFlowAsync, found =>
            {
                if (found is not null) WriteObject(found);
                else WriteWarning($"No run of flow {flow} failed, was skipped or has not ended within -Last.");
            });
        }
    }

    private async Task<RunDiagnosis?> DebugFlowAsync(FlowClient client, long flow, CancellationToken stop)
    {
        var run = await new RunsAround(client, Window)
            .TroubleAsync(flow, DateTimeOffset.Now.AddMinutes(1), stop).ConfigureAwait(false);
        return run is null ? null : await DebugAsync(client, run.FlowInstanceId!, stop).ConfigureAwait(false);
    }

    private async Task<RunDiagnosis> DebugAsync(FlowClient client, string id, CancellationToken stop)
    {
        var run = await client.GetFlowInstanceAsync(id, stop).ConfigureAwait(false);
        return await new RunDiagnoser(client, Window, Tail).DiagnoseAsync(run, BackupOf(run, stop), stop)
            .ConfigureAwait(false);
    }

    private FlowDefinition? BackupOf(FlowInstance run, CancellationToken stop) =>
        _backup is null ? null : FlowFile.Read(FlowFolder.FileOf(_backup, run.FlowName ?? ""), stop);
}
