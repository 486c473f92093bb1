using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using BatchFlows.Analysis.Statistics;
using BatchFlows.Binding;
using BatchFlows.Connections;
using BatchFlows.Pipeline;

namespace BatchFlows.Commands;

/// <summary>Measures how runs went: success, durations, trend, waiting, slow tasks.</summary>
/// <remarks>
/// <para>Figures are computed for each flow, task, owner or day. Durations are those of runs that succeeded, because a
/// run that fails ends early. Cancelled runs count as failed. Skipped and unfinished runs are left out of the success
/// rate.</para>
/// <para>For up to ten flows, the runs of each flow are listed; for more, those of the whole organisation are listed
/// once. Tasks are read only with -Detailed and -By Task, and only those of the last 20 runs of each flow that
/// ended.</para>
/// <para>The window ends by the clock of this machine.</para>
/// </remarks>
/// <example>
/// Shows how the flows of the organisation did in the last 30 days.
/// <code>Measure-BatchFlow -Last 30d</code>
/// </example>
/// <example>
/// Finds flows that get slower: their last runs take more than a fifth longer than usual.
/// <code>Measure-BatchFlow -Last 30d | Where-Object Trend -GT 0.2 | Sort-Object Trend -Descending</code>
/// </example>
/// <example>
/// Shows what takes the time in a flow: its slowest tasks, its critical path, and its retries.
/// <code>Measure-BatchFlow 3003 -Detailed | Format-List</code>
/// </example>
/// <example>
/// Lists the tasks that were repeated most.
/// <code>
/// Get-BatchFlow -Name etl_*, forecast_* | Measure-BatchFlow -By Task |
///     Sort-Object RetryTime -Descending | Select-Object -First 10
/// </code>
/// </example>
/// <example>
/// Writes the figures of each day to a file.
/// <code>Measure-BatchFlow -Last 7d -By Day | Export-Csv days.csv</code>
/// </example>
[Cmdlet(VerbsDiagnostic.Measure, "BatchFlow", HelpUri = HelpPage.Folder + "Measure-BatchFlow.md")]
[OutputType(typeof(FlowStatistics))]
public sealed partial class MeasureBatchFlowCommand : ServiceCommand
{
    private const string AsFlow = StatisticsGroups.ByFlow;
    private const string AsTask = StatisticsGroups.ByTask;
    private const string AsOwner = StatisticsGroups.ByOwner;
    private const string AsDay = StatisticsGroups.ByDay;

    // More flows than these are found in a list of all runs with fewer calls.
    private const int MostOwnLists = 10;

    private static readonly TimeSpan DefaultWindow = TimeSpan.FromDays(7);

    private readonly List<(ConnectionReference? Connection, FlowReference Flow)> _flows = [];
    private readonly HashSet<(string?, object)> _seen = [];
    private RunWindow _window = null!;
    private bool _takesAll;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _window = RunWindow.Of(After, Before, Last, DefaultWindow, Refuse);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var flow in FlowId ?? [])
        {
            // Runs carry the ID of one flow many times.
            if (_seen.Add((Connection?.Name, flow.Target))) _flows.Add((Connection, flow));
        }

        _takesAll |= FlowId is null && !RefuseInput();
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (var flows in _flows.GroupBy(flow => flow.Connection?.Name))
            Measure(flows.First().Connection, [.. flows.Select(flow => flow.Flow)]);
        if (_takesAll) Measure(Connection, []);
        base.EndProcessing();
    }
}
