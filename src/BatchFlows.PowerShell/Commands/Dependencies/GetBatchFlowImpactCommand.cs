using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using BatchFlows.Analysis.Graphs;
using BatchFlows.Analysis.Impacts;
using BatchFlows.Analysis.Schedules;
using BatchFlows.Binding;
using BatchFlows.Connections;
using BatchFlows.Pipeline;

namespace BatchFlows.Commands;

/// <summary>Shows which flows are affected when a flow or task is paused, deleted, fails or is late.</summary>
/// <remarks>
/// <para>Each result is one affected flow: which of its tasks wait, never run or start late, the time from which that
/// happens (FirstFelt), and through which flows. The flow that is affected first comes first. Nothing is
/// changed.</para>
/// <para>The service does not document which run a link waits for. The command assumes that a run waits for the runs of
/// the upstream flow that are due in the same period of the upstream flow's cycle: on the same day for a daily flow, in
/// the same hour for an hourly one. A flow that waits never gets past a run that is missing. Times follow from the cron
/// expressions and from how long flows usually run, which is the median of their latest successful runs.</para>
/// <para>Where a time is not certain, IsDoubtful is true and Doubt says why. A flow that is started by hand, or whose
/// schedule is paused, has no time.</para>
/// <para>The definitions of all flows are read, each once; of the affected flows, also their states and latest runs.
/// With -Path, files are read and no connection is required.</para>
/// </remarks>
/// <example>
/// Shows which flows wait when the next runs of a flow fail.
/// <code>Get-BatchFlowImpact 3001</code>
/// </example>
/// <example>
/// Shows which flows wait when a flow is paused, and from when on.
/// <code>Get-BatchFlowImpact 3001 -Of Disable</code>
/// </example>
/// <example>
/// Lists the owners to tell about a delay of two hours.
/// <code>Get-BatchFlowImpact 3001 -By 2h | Get-BatchFlow | Select-Object FlowName, Owners</code>
/// </example>
/// <example>
/// Shows which tasks, in which flows, do not run when a task fails.
/// <code>Get-BatchFlowImpact 3001 -Of Fail -TaskName check_readings | Format-List FlowName, TaskNames, FirstFelt</code>
/// </example>
/// <example>
/// Shows, from files, which flows would miss a flow that is deleted on Friday evening.
/// <code>
/// Get-BatchFlowImpact etl_meter_readings -Of Remove -Path ./flows -After 2026-03-06T18:00+08:00 -TimeZone GMT+8
/// </code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BatchFlowImpact", HelpUri = HelpPage.Folder + "Get-BatchFlowImpact.md")]
[OutputType(typeof(FlowImpact))]
public sealed partial class GetBatchFlowImpactCommand : ServiceCommand
{
    private const string Disable = "Disable";
    private const string Remove = "Remove";
    private const string Fail = "Fail";
    private const string Delay = "Delay";

    private readonly List<(FlowReference Flow, ConnectionReference? Connection)> _starts = [];
    private TimeZoneInfo? _zone;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        Of ??= By is null ? Fail : Delay;
        if (Of == Delay && !(By > TimeSpan.Zero)) Refuse("-Of Delay requires -By, such as -By 2h.", By);
        if (Of != Delay && By is not null) Refuse("-By belongs to -Of Delay.", By);
        if (Of == Disable && TaskName is not null)
            Refuse("A task has no schedule to pause. Specify -Of Remove, Fail or Delay.", TaskName);
        if (TimeZone is not null) _zone = ZoneNamed(TimeZone);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var flow in FlowId) _starts.Add((flow, Connection));
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (Path is { } paths)
        {
            var reading = new FlowReading(this, PipelineThread.Stopping);
            reading.ReadFiles(paths);
            var zone = _zone ?? TimeZoneInfo.Utc;
            Write(reading, _starts.Select(start => start.Flow), After ?? DateTimeOffset.UtcNow, zone, look: null);
        }

        foreach (var alike in _starts.Where(_ => Path is null).GroupBy(start => $"{start.Connection}"))
        {
            Connection = alike.First().Connection;
            var item = ItemOf(alike.First().Flow.Target);
            var look = new ImpactLook(this, PipelineThread.Stopping);
            if (look.ReadAll(item) is not { } now) continue;
            var zone = _zone ?? ZoneClock.OfOffset(now.Time.Offset);
            Write(look.Flows, alike.Select(start => start.Flow), After ?? now.Time, zone, look);
        }

        base.EndProcessing();
    }

    private void Write(
        FlowReading reading, IEnumerable<FlowReference> starts, DateTimeOffset moment, TimeZoneInfo zone,
        ImpactLook? look)
    {
        var graph = DependencyGraph.OfTasks(reading.Flows);
        var cause = (ImpactCause)Enum.Parse(typeof(ImpactCause), Of!);
        foreach (var flow in starts.Select(reading.Find).OfType<KnownFlow>())
        {
            var task = TaskName is null ? null : reading.FindTask(flow, TaskName);
            if (TaskName is not null && task is null) continue;
            var question = new ImpactQuestion(flow, cause, moment, zone, look?.Durations ?? ImpactLook.Unknown)
            {
                TaskName = task,
                By = By ?? TimeSpan.Zero,
            };
            look?.Complete(ImpactRows.FlowsOf(graph, question));
            if (cause == ImpactCause.Disable && flow.IsActive == false)
            {
                WriteWarning($"The schedule of flow {flow} is already paused.");
                continue;
            }

            WriteObject(ImpactSearch.Of(graph, question), enumerateCollection: true);
        }
    }
}
