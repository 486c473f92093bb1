using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Binding;
using BatchFlows.Client;
using BatchFlows.Model.Failures;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Diagnosis;
using BatchFlows.Procedures.Files;

namespace BatchFlows.Commands;

/// <summary>Finds out why a run failed, or why it did not start.</summary>
/// <remarks>
/// <para>Reports the task that failed first, its exit code and tries, the line of its log that names the error, the
/// tasks that it blocked, and the flows that the run waits for. It compares the run with those before it: what changed
/// since the last one that succeeded, and how many had the same error. RecoveredBy is the first run after it that
/// succeeded. NextStep is a command to try next; it is empty if there is nothing to do. For a flow, the command chooses
/// the run as -FlowId describes; one warning names the flows that have none.</para>
/// <para>The line of the error is found by its form, so it can be wrong; Log has the last lines. If the log cannot be
/// read, LogNotRead says why, and the rest of the diagnosis is made without it. The run is compared with those before
/// and after it within -Last, and with ten failed ones at most. Those that could not be read are in FailuresNotRead.
/// Delay is how much later than its trigger time the run started, or how long it has waited; it is empty if that is 15
/// minutes or less. A run is stuck if it has run three times as long as the longest successful one, and at least ten
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
/// Looks at the last trouble of each flow of an owner.
/// <code>Get-BatchFlow -Owner anna.keller | Debug-BatchFlowInstance</code>
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
public sealed partial class DebugBatchFlowInstanceCommand : ServiceCommand
{
    private const string OfRun = "Run";
    private const string OfFlow = "Flow";
    private const int DefaultTail = 10;
    private const int MostNames = 8;

    private static readonly TimeSpan DefaultWindow = TimeSpan.FromDays(7);

    private readonly List<FlowReference> _untroubled = [];
    private string? _backup;

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
                else _untroubled.Add(flow);
            });
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (_untroubled.Count == 0) return;
        var names = NameList.Of([.. _untroubled.Select(flow => $"{flow}")], MostNames);
        WriteWarning($"Flows without a failed, skipped or open run within -Last: {names}.");
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
