using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using BatchFlows.Analysis.MissedRuns;
using BatchFlows.Analysis.Schedules;
using BatchFlows.Binding;
using BatchFlows.Connections;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Connections;
using BatchFlows.Procedures.Instances;
using BatchFlows.Procedures.Statistics;

namespace BatchFlows.Commands;

/// <summary>Finds scheduled runs that did not happen, started late, still wait, or are stuck.</summary>
/// <remarks>
/// <para>Compares the times of each schedule with the runs of the flow. Reason is one of: Paused, Changed (the flow was
/// changed later), ServiceDown (no flow ran at that time), Upstream (a flow that it waits for failed or did not run),
/// Queued, Skipped, Cancelled, Stuck, Late, and Unknown. The service keeps no history of schedules: a flow that was
/// changed may have had another one before. A run that started in time and failed is not reported:
/// Get-BatchFlowInstance -Status Fail lists those.</para>
/// <para>Without -FlowId, all active flows are checked: each flow is read, and the runs of the window are listed once.
/// With -FlowId, the runs of these flows are listed, and those of the flows that they wait for. Times before a flow was
/// created do not count.</para>
/// </remarks>
/// <example>
/// Shows what did not run in the last night.
/// <code>Find-BatchFlowMissedRun -Last 12h</code>
/// </example>
/// <example>
/// Counts the reasons of a week.
/// <code>Find-BatchFlowMissedRun -Last 7d | Group-Object Reason -NoElement</code>
/// </example>
/// <example>
/// Finds the late starts of one flow.
/// <code>Find-BatchFlowMissedRun etl_meter_readings -Last 7d -LateAfter 5m | Where-Object Reason -EQ Late</code>
/// </example>
[Cmdlet(VerbsCommon.Find, "BatchFlowMissedRun", HelpUri = HelpPage.Folder + "Find-BatchFlowMissedRun.md")]
[OutputType(typeof(MissedRun))]
public sealed partial class FindBatchFlowMissedRunCommand : ServiceCommand
{
    private static readonly TimeSpan DefaultWindow = TimeSpan.FromHours(24);

    private readonly List<(ConnectionReference? Connection, FlowReference Flow)> _flows = [];
    private RunWindow _window = null!;
    private TimeZoneInfo? _zone;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _window = RunWindow.Of(After, Before, Last, DefaultWindow, Refuse);
        if (TimeZone is not null) _zone = ZoneNamed(TimeZone);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        _flows.AddRange(FlowId.Select(flow => (Connection, flow)));
        if (FlowId.Length == 0) RefuseInput();
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (var flows in _flows.GroupBy(flow => flow.Connection?.Name))
        {
            Connection = flows.First().Connection;
            Search([.. flows.Select(flow => flow.Flow)]);
        }

        if (_flows.Count == 0 && !MyInvocation.ExpectingInput) Search([]);
        base.EndProcessing();
    }

    /// <param name="flows">Flows of one connection; none for all.</param>
    private void Search(IReadOnlyList<FlowReference> flows)
    {
        var (expected, runs, isWhole) = (new List<ExpectedFlow>(), new RunFacts(keepsPlans: false), flows.Count == 0);
        var item = ItemOf(isWhole ? null : flows[0].Target);
        if (Look(item, (client, stop) => new ServerClock(client).ReadAsync(stop)) is not { } now) return;
        if (isWhole)
        {
            ListRuns(runs);
            EachFlow(flow => Read(flow, found => AddTo(expected, found)));
        }
        else
        {
            var listed = new HashSet<long>();
            foreach (var flow in flows) Read(flow, found =>
            {
                expected.Add(found);
                ListRuns(runs, found, listed);
            });
        }

        Work.WriteAll();
        if (runs.IsIncomplete)
            WriteWarning("The service repeats a page, or counts more runs than it lists: some may seem missed.");
        var zone = _zone ?? ZoneClock.OfOffset(now.Time.Offset);
        var search = new MissedRunSearch(
            new RunHistory(runs.Runs),
            new FireWindow(_window.After, _window.Before < now.Time ? _window.Before : now.Time, Count: null, zone),
            TimeZoneInfo.ConvertTime(now.Time, zone), LateAfter ?? StartDelay.Allowed, isWhole);
        WriteObject(search.Find(expected), enumerateCollection: true);
    }

    private void Read(FlowReference flow, Action<ExpectedFlow> take) =>
        Enqueue(flow, (client, id, stop) => client.GetFlowAsync(id, stop), found => take(ExpectedFlow.Of(found)));

    private void AddTo(List<ExpectedFlow> expected, ExpectedFlow flow)
    {
        if (flow.Plan.IsActive != false || IncludePaused) expected.Add(flow);
    }

    /// <summary>Lists the runs of a flow, and of those that it waits for.</summary>
    private void ListRuns(RunFacts runs, ExpectedFlow flow, HashSet<long> listed)
    {
        foreach (var id in flow.Upstream.Select(upstream => upstream.Id).Append(flow.Plan.FlowId!.Value))
        {
            if (!listed.Add(id)) continue;
            Work.Add(
                ItemOf(id), (client, stop) => runs.CollectAsync(client, Criteria(_window) with { FlowId = id }, stop),
                static _ => { });
        }
    }

    /// <summary>Lists the runs of the organisation, in parts at the same time.</summary>
    private void ListRuns(RunFacts runs)
    {
        foreach (var part in _window.Split(ThrottleLimit))
        {
            Work.Add(
                ItemOf(target: null, "the list of runs"),
                (client, stop) => runs.CollectAsync(client, Criteria(part), stop), static _ => { });
        }
    }

    private static InstanceCriteria Criteria(RunWindow window) =>
        new(window.After, window.Before) { Types = [FlowType.Periodic] };
}
