using System;
using System.Linq;
using System.Management.Automation;
using BatchFlows.Analysis.Diagrams;
using BatchFlows.Analysis.Timelines;
using BatchFlows.Errors;
using BatchFlows.Files;
using BatchFlows.Procedures.Files;
using BatchFlows.Rendering.Dot;
using BatchFlows.Rendering.Html;
using BatchFlows.Rendering.Mermaid;
using BatchFlows.Rendering.Pictures;
using BatchFlows.Rendering.Svg;
using BatchFlows.Rendering.Terminal;
using BatchFlows.Screens;

namespace BatchFlows.Commands;

/// <content>What becomes of the pictures.</content>
public sealed partial class ConvertToBatchFlowDiagramCommand
{
    private const int LeastWidth = 20;
    private const int MostWidth = 10000;
    private const int UsualWidth = 80;
    private const int MostArrows = 500;
    private const int MostCharacters = 50_000;

    /// <summary>The first extension of each form is that of files in a folder.</summary>
    private static readonly (string Key, string Value)[] Extensions =
    [
        (".txt", AsText), (".svg", AsSvg), (".html", AsHtml), (".htm", AsHtml), (".mmd", AsMermaid),
        (".mermaid", AsMermaid), (".dot", AsDot), (".gv", AsDot),
    ];

    private TextTarget? _target;
    private (string Title, string Text)? _only;

    private void BeginWriting()
    {
        if (Path is not null)
        {
            var path = Resolve(Path);
            _target = TextTarget.At(path, Path);
            if (!_target.IsFolder && As is null) As = FormOf(System.IO.Path.GetExtension(path));
        }

        As ??= AsText;
        if (As == AsDot && View == ViewTimeline)
            Refuse("Graphviz draws no timelines. Use -As Svg, Html, Mermaid or Text.", As);
        if (Width == 0) Width = Path is null ? Math.Max(LeastWidth, new Screen(Host).Width) : UsualWidth;
        if (!MyInvocation.BoundParameters.ContainsKey(nameof(Ascii))) Ascii = Path is null && !Screen.CanShowSigns();
    }

    /// <summary>Asked before anything is read, so that -WhatIf needs no call.</summary>
    private bool IsWanted(object source) =>
        Path is null || ShouldProcess($"{source}", $"Write a diagram to '{Path}'");

    private void Write(Diagram diagram) => Write(diagram.Title, As switch
    {
        AsSvg => SvgPicture.Of(GraphPicture.Of(diagram)),
        AsHtml => HtmlPage.Of(GraphPicture.Of(diagram)),
        AsMermaid => Checked(diagram, MermaidFlowchart.Of(diagram)),
        AsDot => DotGraph.Of(diagram),
        _ => TextTree.Of(diagram, Width, Ascii),
    });

    private string Checked(Diagram diagram, string mermaid)
    {
        if (diagram.Edges.Count > MostArrows || mermaid.Length > MostCharacters)
            WriteWarning(
                $"'{diagram.Title}' has {diagram.Edges.Count} arrows. Mermaid draws at most {MostArrows} arrows and "
                    + $"{MostCharacters} characters unless its settings are changed: use -As Svg or Html.");
        return mermaid;
    }

    private void Write(Timeline timeline) => Write(timeline.Title, As switch
    {
        AsSvg => SvgPicture.Of(TimelinePicture.Of(timeline)),
        AsHtml => HtmlPage.Of(TimelinePicture.Of(timeline)),
        AsMermaid => MermaidGantt.Of(timeline),
        _ => TextTimeline.Of(timeline, Width, Ascii),
    });

    private void Write(string title, string text)
    {
        if (_target is null) WriteObject(text);
        else if (_target.IsFolder) WriteFile(title, text);
        else if (_only is not null) ThrowTerminatingError(ErrorRecords.From(FilePath.NotForMany(Path!), Path!));
        else _only = (title, text); // it is written when it is sure that there is no second one
    }

    private void WriteOnly()
    {
        if (_only is { } only) WriteFile(only.Title, only.Text);
    }

    private void WriteFile(string title, string text)
    {
        var file = _target!.FileOf(title, Extensions.First(extension => extension.Value == As).Key);
        try
        {
            _target.Write(file, text, Force, PipelineThread.Stopping);
            WriteObject(InvokeProvider.Item.Get([file], force: true, literalPath: true), enumerateCollection: true);
        }
        catch (FlowException e)
        {
            WriteError(ErrorRecords.From(e, file));
        }
        catch (ItemNotFoundException e)
        {
            WriteError(ErrorRecords.From(
                new FileNotWrittenException(file, "it was removed after it was written", e), file));
        }
    }

    private string FormOf(string extension)
    {
        var form = Extensions.FirstOrDefault(
            one => one.Key.Equals(extension, StringComparison.OrdinalIgnoreCase)).Value;
        if (form is null)
        {
            Refuse(
                $"The extension '{extension}' names no form of a picture. Specify -As, or a file that ends with .txt, "
                    + ".svg, .html, .mmd or .dot.",
                Path);
        }

        return form!;
    }
}
