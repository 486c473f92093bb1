using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading.Tasks;
using BatchFlows.Analysis.Watching;
using BatchFlows.Binding;
using BatchFlows.Completion;
using BatchFlows.Completion.Local;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Watching;
using BatchFlows.Rendering.Terminal;
using BatchFlows.Screens;

namespace BatchFlows.Commands;

/// <summary>Shows runs of flows while they run, until they have ended.</summary>
/// <remarks>
/// <para>In a terminal, the tasks are a tree that is redrawn in place: each with its state, how long it has run, and
/// how long it usually runs. If the window is too small for all tasks, those that run or failed are shown. If lines
/// cannot be redrawn, such as in redirected output, each change of a task is one line in the information stream. The
/// pipeline receives the run when it has ended. A run that failed, was cancelled or did not end in time is also an
/// error.</para>
/// <para>Several runs are shown one after the other. Ctrl+C ends the command; the run continues.</para>
/// <para>Usual times are medians of the last five runs of the flow that succeeded within 30 days before the run. They
/// take one list call for each type of flow and a call for each task of these runs, 500 at most; of a flow with more
/// tasks, only the time of the flow is known. The command does not wait for them when the run has ended. Each task is
/// read when it starts and when it ends, and the run at least every five seconds.</para>
/// </remarks>
/// <example>
/// Starts a flow and watches it.
/// <code>Start-BatchFlow 3002 | Watch-BatchFlowInstance</code>
/// </example>
/// <example>
/// Starts a flow and watches it, and finds out why it failed if it did.
/// <code>
/// Start-BatchFlow 3001 | Watch-BatchFlowInstance -ErrorAction SilentlyContinue |
///     Where-Object IsFailed | Debug-BatchFlowInstance
/// </code>
/// </example>
/// <example>
/// Watches a flow for a minute, and keeps the changes of its tasks in a file.
/// <code>Start-BatchFlow 3001 | Watch-BatchFlowInstance -TimeoutSeconds 60 6> changes.txt</code>
/// </example>
[Cmdlet(VerbsCommon.Watch, "BatchFlowInstance", HelpUri = HelpPage.Folder + "Watch-BatchFlowInstance.md")]
[OutputType(typeof(FlowInstance))]
public sealed class WatchBatchFlowInstanceCommand : ServiceCommand
{
    private static readonly string[] ShownByHost = ["PSHOST"];

    private readonly List<(Item Item, string Id)> _runs = [];
    private WatchedRun? _last;

    private object? Style => SessionState.PSVariable.GetValue("PSStyle");

    /// <summary>IDs of the runs, or objects that carry a FlowInstanceId.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "IDs of the runs, or objects that carry a FlowInstanceId.")]
    [KeyTransformation(nameof(FlowInstanceId))]
    [ArgumentCompleter(typeof(RunCompleter))]
    public string[] FlowInstanceId { get; set; } = null!;

    /// <summary>
    /// Time limit in seconds, for each run from when the command begins to watch it. Default: none. The run continues
    /// afterwards.
    /// </summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int? TimeoutSeconds { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var id in FlowInstanceId)
        {
            var item = ItemOf(id);
            if (item.Failure is { } failure) WriteFailure(item, failure);
            else _runs.Add((item, id));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        ShowsWaits = true;
        foreach (var (item, id) in _runs) Watch(item, id);
    }

    private void Watch(Item item, string id)
    {
        TimeSpan? limit = TimeoutSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        var watcher = new RunWatcher(item.Client, limit);
        var live = new Screen(Host).CanRedraw ? new LiveRun(Host, Style, () => watcher.Now) : null;
        watcher.Seen = live is null ? run => PipelineThread.Post(() => WriteChanges(run, watcher.Now)) : live.See;
        (PipelineThread.Idle, PipelineThread.Resuming) = (() => live?.Draw(), () => live?.Erase());
        _last = null;
        var waited = PipelineThread.Wait(
            Task.Run(() => watcher.WatchAsync(id, PipelineThread.Stopping), PipelineThread.Stopping));
        live?.Draw();
        (PipelineThread.Idle, PipelineThread.Resuming) = (null, null);
        if (waited is { Instance: not null, IsEnded: true }) WriteObject(waited.Instance);
        if (waited.Failure is not null) WriteFailure(item, waited.Failure);
    }

    private void WriteChanges(WatchedRun run, DateTimeOffset now)
    {
        if (run.IsPartial) return;
        foreach (var change in RunChange.Between(_last, run, now))
            WriteInformation(new HostInformationMessage { Message = WatchedTree.Line(change) }, ShownByHost);
        _last = run;
    }
}
