using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Analysis.Schedules;
using BatchFlows.Client;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Connections;
using BatchFlows.Procedures.Files;

namespace BatchFlows.Commands;

/// <summary>Lists when flows run next.</summary>
/// <remarks>
/// <para>Lists the next times of each schedule, or all times of a window, in the server's zone and beside it in the
/// zone of this machine. A flow without a next time has one row that says why: it is manual or paused, or never fires
/// again. Windows (-Before) have no such rows.</para>
/// <para>Times follow the cron expression and the start date. WaitsFor names the flows for which tasks of a run wait;
/// such tasks start later than the run. A task of another flow is named flow/task, which takes one call more for each
/// flow that waits for one; if the flow is not known, it is named by ID and task, such as 100003(load). Times at which
/// schedulers differ are marked as doubtful: in an hour that a clock change repeats, and on days that were moved off a
/// weekend. A time that a clock change skips is not listed; the note of the next time names it.</para>
/// <para>Definitions, files and cron expressions need a connection only for the server's zone and clock: with -TimeZone
/// and -After they need none.</para>
/// </remarks>
/// <example>
/// Lists the next times of a flow.
/// <code>Get-BatchFlowSchedule 3001</code>
/// </example>
/// <example>
/// Lists what runs in the next 12 hours, in order.
/// <code>Get-BatchFlowSchedule -Before (Get-Date).AddHours(12) | Sort-Object FireTime</code>
/// </example>
/// <example>
/// Shows what a cron expression means before a flow gets it.
/// <code>Get-BatchFlowSchedule -Cron '0 30 1 ? * MON-FRI *' -TimeZone Europe/Berlin -Next 3</code>
/// </example>
/// <example>
/// Counts the starts of tomorrow by hour.
/// <code>
/// $tomorrow = (Get-Date).Date.AddDays(1)
/// Get-BatchFlowSchedule -After $tomorrow -Before $tomorrow.AddDays(1) | Group-Object { $_.FireTime.Hour } -NoElement
/// </code>
/// </example>
[Cmdlet(
    VerbsCommon.Get, "BatchFlowSchedule", DefaultParameterSetName = FromService,
    HelpUri = HelpPage.Folder + "Get-BatchFlowSchedule.md")]
[OutputType(typeof(ScheduledRun))]
public sealed partial class GetBatchFlowScheduleCommand : ServiceCommand
{
    private const string FromService = "Service";
    private const string FromPath = "Path";
    private const string FromLiteralPath = "LiteralPath";
    private const string FromCron = "Cron";
    private const int DefaultCount = 5;

    private readonly ServerClocks _clocks = new();
    private TimeZoneInfo? _zone;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (TimeZone is not null) _zone = ZoneNamed(TimeZone);
        if (After is { } after && Before is { } before && after >= before)
            Refuse("The window is empty: -Before is not later than -After.", before);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Cron is not null) Plan(Cron, () => [new PlannedFlow(Type: null, Cron)]);
        foreach (var file in this.FilesOf(Path, LiteralPath))
            Plan(file, () => Planned(FlowFile.Read(file, PipelineThread.Stopping)));
        foreach (var flow in FlowId)
        {
            if (flow.Definition is { } definition) Plan(definition, () => Planned(definition));
            else Enqueue(flow, (client, id, stop) => PlanAsync(client, flow.Flow, id, stop), Write);
        }

        if (ParameterSetName != FromService || FlowId.Length > 0 || RefuseInput()) return;
        EachFlow(found => Enqueue(found, (client, id, stop) => PlanAsync(client, known: null, id, stop), Write));
    }

    private async Task<IEnumerable<ScheduledRun>> PlanAsync(
        FlowClient client, Flow? known, long id, CancellationToken stop)
    {
        var flow = known ?? await client.GetFlowAsync(id, stop).ConfigureAwait(false);
        var definition = IncludeTask ? await client.ExportFlowAsync(id, stop).ConfigureAwait(false)
            : flow.Graph.Flows.Any(node => node.IsVirtual == true) ? await FindAsync().ConfigureAwait(false)
            : null;
        var planned = WithTasks(PlannedFlow.Of(flow, definition), definition);
        return Runs(planned, await WindowAsync(client, stop).ConfigureAwait(false));

        // It only names the flow of a task that is waited for; without it the service's own text stands there.
        async Task<FlowDefinition?> FindAsync()
        {
            try
            {
                return await client.ExportFlowAsync(id, stop).ConfigureAwait(false);
            }
            catch (FlowServiceException e) when (e.Kind is FailureKind.AccessDenied or FailureKind.FlowNotFound)
            {
                return null;
            }
        }
    }

    /// <summary>What needs no call, or only those for the server's clock.</summary>
    private void Plan(object target, Func<IEnumerable<PlannedFlow>> read)
    {
        if (_zone is not null && After is { } after)
        {
            Work.Add(
                new Item(target, client: null, hasOwnConnection: true),
                Task.Run(() => Runs(read(), WindowIn(_zone, after))),
                Write);
        }
        else
        {
            Work.Add(
                ItemOf(target),
                async (client, stop) => Runs(read(), await WindowAsync(client, stop).ConfigureAwait(false)),
                Write);
        }
    }

    private IEnumerable<PlannedFlow> Planned(FlowDefinition definition) =>
        WithTasks(PlannedFlow.Of(definition), definition);

    private IEnumerable<PlannedFlow> WithTasks(PlannedFlow flow, FlowDefinition? definition) =>
        IncludeTask ? [flow, .. flow.Tasks(definition!)] : [flow];

    private IEnumerable<ScheduledRun> Runs(IEnumerable<PlannedFlow> flows, FireWindow window) =>
        flows.SelectMany(flow => flow.Runs(window, IncludePaused));

    private async Task<FireWindow> WindowAsync(FlowClient client, CancellationToken stop)
    {
        if (_zone is not null && After is { } after) return WindowIn(_zone, after);
        var now = await _clocks.GetAsync(client, stop).ConfigureAwait(false);
        return WindowIn(_zone ?? ZoneClock.OfOffset(now.Time.Offset), After ?? now.Time);
    }

    private FireWindow WindowIn(TimeZoneInfo zone, DateTimeOffset after) =>
        new(after, Before, Next > 0 ? Next : Before is null ? DefaultCount : null, zone);

    private void Write(IEnumerable<ScheduledRun> runs) => WriteObject(runs, enumerateCollection: true);
}
