using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using BatchFlows.Analysis.Graphs;
using BatchFlows.Binding;
using BatchFlows.Connections;
using BatchFlows.Pipeline;

namespace BatchFlows.Commands;

/// <summary>Shows what flows wait for, and what waits for them, directly or through others.</summary>
/// <remarks>
/// <para>Each result is one dependency: what waits for what, how far away it is, whether its link is broken and why,
/// and whether it is part of a circle. FlowId and FlowName are those of the flow that was reached, so results can be
/// piped to other commands. Without -FlowId, the links of all flows are returned.</para>
/// <para>The service does not list what waits for a flow, so the definitions of all flows are read, each once.
/// -Direction Up reads only the flows on the way. With -Path, files are read and no connection is required.</para>
/// <para>A broken link names a flow or a task that does not exist, a task that may not be linked, or no task waits for
/// it. Names are compared exactly.</para>
/// </remarks>
/// <example>
/// Shows what a flow waits for, and what waits for it.
/// <code>Get-BatchFlowDependency 3003</code>
/// </example>
/// <example>
/// Lists the owners of all flows behind a flow.
/// <code>
/// $behind = Get-BatchFlowDependency 3001 -Direction Down | Sort-Object FlowId -Unique
/// $behind | Get-BatchFlow | Select-Object FlowName, Owners
/// </code>
/// </example>
/// <example>
/// Finds broken links and circles in files.
/// <code>Get-BatchFlowDependency -Path ./flows | Where-Object { $_.IsBroken -or $_.IsInCircle }</code>
/// </example>
/// <example>
/// Shows which tasks run after a task, in other flows too.
/// <code>Get-BatchFlowDependency 3001 -TaskName load_readings -Direction Down</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BatchFlowDependency", HelpUri = HelpPage.Folder + "Get-BatchFlowDependency.md")]
[OutputType(typeof(FlowDependency))]
public sealed partial class GetBatchFlowDependencyCommand : ServiceCommand
{
    private const string Up = "Up";
    private const string Down = "Down";
    private const string Both = "Both";
    private const string OfTasks = "Task";

    private readonly List<(FlowReference Flow, ConnectionReference? Connection)> _starts = [];

    private string Sides => Direction ?? (MyInvocation.BoundParameters.ContainsKey(nameof(FlowId)) ? Both : Up);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var flow in FlowId) _starts.Add((flow, Connection));
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_starts.Count == 0 && RefuseInput()) return;
        if (_starts.Count == 0 && TaskName is not null) Refuse("-TaskName requires -FlowId.", TaskName);
        if (Path is { } paths)
        {
            var reading = new FlowReading(this, PipelineThread.Stopping);
            reading.ReadFiles(paths);
            Write(reading, _starts.Select(start => start.Flow));
        }
        else if (_starts.Count == 0)
        {
            Write(ReadAll("organisation"), []);
        }

        foreach (var alike in _starts.Where(_ => Path is null).GroupBy(start => $"{start.Connection}"))
        {
            Connection = alike.First().Connection;
            var flows = alike.Select(start => start.Flow).ToList();
            Write(Sides == Up ? ReadUpstream(flows) : ReadAll(flows[0].Target), flows);
        }

        base.EndProcessing();
    }

    private FlowReading ReadUpstream(List<FlowReference> flows)
    {
        var reading = new FlowReading(this, PipelineThread.Stopping);
        reading.ReadUpstream(flows);
        return reading;
    }

    private FlowReading ReadAll(object target)
    {
        var reading = new FlowReading(this, PipelineThread.Stopping);
        reading.ReadOrganization(ItemOf(target));
        if (reading.IsIncomplete)
            WriteWarning("The service repeats a page of its list of flows, so dependencies may be missing.");
        return reading;
    }

    private void Write(FlowReading reading, IEnumerable<FlowReference> starts)
    {
        var graph = Level == OfTasks || TaskName is not null
            ? DependencyGraph.OfTasks(reading.Flows)
            : DependencyGraph.OfFlows(reading.Flows);
        var flows = _starts.Count == 0 ? reading.Flows : starts.Select(reading.Find).OfType<KnownFlow>();
        foreach (var flow in flows)
        {
            var task = TaskName is null ? null : reading.FindTask(flow, TaskName);
            if (TaskName is not null && task is null) continue;
            if (Sides != Down) Write(graph, flow, task, isUp: true);
            if (Sides != Up) Write(graph, flow, task, isUp: false);
        }
    }

    private void Write(DependencyGraph graph, KnownFlow flow, string? task, bool isUp)
    {
        var depth = Depth ?? (_starts.Count == 0 ? 1 : int.MaxValue);
        foreach (var row in DependencyTree.Of(graph, flow, task, isUp, depth)) WriteObject(row);
    }
}
