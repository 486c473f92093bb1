using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Completion;
using BatchFlows.Completion.Local;

namespace BatchFlows.Commands;

/// <content>Its parameters.</content>
public sealed partial class ConvertToBatchFlowDiagramCommand
{
    /// <summary>
    /// Flows, runs, differences or dependencies to draw: definitions of Export-BatchFlow, IDs or exact names of flows,
    /// objects that carry a FlowId, files or folders with definitions, runs, or the output of Compare-BatchFlow or
    /// Get-BatchFlowDependency. Text with a slash or a backslash, or that ends with .json, is a path; any other text is
    /// an ID or a name.
    /// </summary>
    [Parameter(
        Mandatory = true, Position = 0, ValueFromPipeline = true,
        HelpMessage = "Flows, runs, differences or dependencies to draw")]
    [DiagramSourceTransformation]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(FlowCompleter))]
    public DiagramSource[] InputObject { get; set; } = null!;

    /// <summary>
    /// Form of the picture: Text for a terminal, Svg or Html for a browser, Mermaid for Markdown, Dot for Graphviz.
    /// Default: that of the extension of -Path (.txt, .svg, .html, .mmd, .dot); without a file, Text.
    /// </summary>
    [Parameter]
    [PlainText]
    [ChoiceTransformation(AsText, AsSvg, AsHtml, AsMermaid, AsDot)]
    [ValidateSet(AsText, AsSvg, AsHtml, AsMermaid, AsDot)]
    public string? As { get; set; }

    /// <summary>
    /// Graph draws the tasks of each flow or run, with what follows what. Dependency draws which of the flows waits for
    /// which, as one picture. Timeline draws when the tasks of a run ran, or several runs, as one picture.
    /// Default: Graph.
    /// </summary>
    [Parameter]
    [PlainText]
    [ChoiceTransformation(ViewGraph, ViewDependency, ViewTimeline)]
    [ValidateSet(ViewGraph, ViewDependency, ViewTimeline)]
    public string View { get; set; } = ViewGraph;

    /// <summary>
    /// File to write, in place of a string. An existing folder, a path that ends with a separator, or a name without
    /// extension is a folder, which gets one file per picture.
    /// </summary>
    [Parameter]
    [PlainText]
    [Alias("LiteralPath")]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Replaces files that exist.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>
    /// With -As Text, uses ASCII characters only. Default: if the terminal's encoding has no lines and signs.
    /// </summary>
    [Parameter]
    public SwitchParameter Ascii { get; set; }

    /// <summary>
    /// With -As Text, the longest line, in columns. Default: the terminal's width; 80 for a file and for redirected
    /// output.
    /// </summary>
    [Parameter]
    [ValidateRange(LeastWidth, MostWidth)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int Width { get; set; }
}
