using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using BatchFlows.Analysis.Comparison;
using BatchFlows.Analysis.Diagrams;
using BatchFlows.Errors;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Instances;

namespace BatchFlows.Commands;

/// <summary>Draws flows, runs, comparisons and dependencies as text, SVG, HTML, Mermaid or DOT.</summary>
/// <remarks>
/// <para>A definition shows its tasks, what follows what, and the flows that it waits for. A run shows the state and
/// the duration of each task. The output of Compare-BatchFlow shows what was added, removed and changed, as one picture
/// per flow. The output of Get-BatchFlowDependency is one picture, in which broken links and circles are marked. In
/// text, each task appears once, below the last of the tasks that it follows; the others are named beside it.</para>
/// <para>A timeline marks the critical path: the tasks that made a run as long as it was, or, of several runs, those
/// that waited for each other the longest.</para>
/// <para>SVG and HTML are single files that load no other file. HTML can be moved, zoomed, searched and folded, also
/// with the keyboard. Pictures contain no commands and parameters, because these may contain secrets.</para>
/// <para>For a run, the command reads the run and each of its tasks that has started. GitHub draws Mermaid up to 500
/// arrows and 50,000 characters.</para>
/// </remarks>
/// <example>
/// Shows a flow in the terminal.
/// <code>Export-BatchFlow 2924 | ConvertTo-BatchFlowDiagram</code>
/// </example>
/// <example>
/// Draws the last failed run as a page for the browser.
/// <code>Get-BatchFlowInstance -Status Fail -Descending -First 1 | ConvertTo-BatchFlowDiagram -Path run.html</code>
/// </example>
/// <example>
/// Shows when the tasks of a run waited and ran, and which of them made it long.
/// <code>Get-BatchFlowInstance -First 1 | ConvertTo-BatchFlowDiagram -View Timeline</code>
/// </example>
/// <example>
/// Draws which flow of the organisation waits for which.
/// <code>Get-BatchFlow | ConvertTo-BatchFlowDiagram -View Dependency -Path flows.svg</code>
/// </example>
/// <example>
/// Shows what a flow waits for and what waits for it, with broken links and circles.
/// <code>Get-BatchFlowDependency 3003 | ConvertTo-BatchFlowDiagram</code>
/// </example>
/// <example>
/// Shows what has changed since a backup.
/// <code>Compare-BatchFlow ./flows | ConvertTo-BatchFlowDiagram</code>
/// </example>
[Cmdlet(
    VerbsData.ConvertTo, "BatchFlowDiagram", SupportsShouldProcess = true,
    HelpUri = HelpPage.Folder + "ConvertTo-BatchFlowDiagram.md")]
[OutputType(typeof(string))]
[OutputType(typeof(FileInfo))]
public sealed partial class ConvertToBatchFlowDiagramCommand : ServiceCommand
{
    private const string AsText = "Text";
    private const string AsSvg = "Svg";
    private const string AsHtml = "Html";
    private const string AsMermaid = "Mermaid";
    private const string AsDot = "Dot";
    private const string ViewGraph = "Graph";
    private const string ViewDependency = "Dependency";
    private const string ViewTimeline = "Timeline";

    private readonly HashSet<FlowPair> _seen = [];
    private readonly List<FlowPair> _pairs = [];
    private readonly List<FlowDependency> _dependencies = [];
    private readonly List<FlowDefinition> _flows = [];
    private bool? _drawsDependencies;
    private readonly List<(string Id, FlowInstance? Run, Item Item)> _runs = [];

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        BeginWriting();
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var source in InputObject)
        {
            if (source.Difference is { } difference) Collect(difference);
            else if (source.Dependency is { } dependency) Collect(dependency);
            else if (!IsWanted(source)) continue;
            else if (source.RunId is { } run) Draw(run, source.Run);
            else if (View == ViewTimeline) RefuseItem("a timeline shows runs", source);
            else if (source.Flow!.Path is { } path) DrawFiles(path);
            else this.EnqueueDefinition(source.Flow.Flow!, Draw);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        DrawTimeline();
        base.EndProcessing();
        foreach (var pair in _pairs) Write(ComparisonDiagram.Of(pair));
        if (_dependencies.Count > 0) Write(FoundDependencyDiagram.Of(_dependencies));
        if (_flows.Count > 0) Write(DependencyDiagram.Of(_flows));
        WriteOnly();
    }

    private void Collect(FlowDifference difference)
    {
        if (View != ViewGraph) RefuseItem("a comparison is drawn as a graph", difference);
        else if (difference.Pair is null) RefuseItem("its flows are not at hand", difference);
        else if (_seen.Add(difference.Pair) && IsWanted(difference.FlowName)) _pairs.Add(difference.Pair);
    }

    private void Collect(FlowDependency dependency)
    {
        if (View == ViewTimeline) RefuseItem("a timeline shows runs", dependency);
        else if (_drawsDependencies ??= IsWanted("the dependencies")) _dependencies.Add(dependency);
    }

    private void Draw(FlowDefinition flow)
    {
        if (View == ViewDependency) _flows.Add(flow);
        else Write(DefinitionDiagram.Of(flow));
    }

    private void Draw(string runId, FlowInstance? run)
    {
        if (View == ViewDependency) RefuseItem("dependencies are those of flows", run ?? (object)runId);
        else if (View == ViewTimeline) _runs.Add((runId, run, ItemOf(runId)));
        else
            Enqueue(
                runId, (client, stop) => RunTaskReader.ReadAsync(client, runId, run, stop),
                read => Write(RunDiagram.Of(read.Run, read.Tasks)));
    }

    private void RefuseItem(string why, object item) => WriteError(ErrorRecords.InvalidArgument(
        $"{item} cannot be drawn with -View {View}: {why}.", item));
}
