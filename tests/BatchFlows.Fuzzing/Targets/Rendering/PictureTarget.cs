using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using BatchFlows.Analysis.Diagrams;
using BatchFlows.Rendering.Dot;
using BatchFlows.Rendering.Html;
using BatchFlows.Rendering.Mermaid;
using BatchFlows.Rendering.Pictures;
using BatchFlows.Rendering.Svg;
using BatchFlows.Rendering.Terminal;
using BatchFlows.Rendering.Texts;

namespace BatchFlows.Fuzzing.Targets.Rendering;

/// <summary>A definition, drawn in each form.</summary>
internal sealed class PictureTarget : IFuzzTarget
{
    private const int Width = 80;

    private static readonly Picture Empty = GraphPicture.Of(DefinitionDiagram.Of(new FlowDefinition()));

    public string Name => "picture";

    public IEnumerable<byte[]> Seeds => Samples.DataOf("export-flow");

    public void Run(byte[] input)
    {
        FlowDefinition flow;
        try
        {
            flow = FlowDefinition.Parse(Encoding.UTF8.GetString(input));
        }
        catch (FormatException)
        {
            return;
        }

        var diagram = DefinitionDiagram.Of(flow);
        var picture = GraphPicture.Of(diagram);
        Law.Holds(picture.Boxes.Count == diagram.Nodes.Count, "a picture lacks a node");
        IsXml(SvgPicture.Of(picture));
        Law.Holds(ScriptsOf(HtmlPage.Of(picture)) == ScriptsOf(HtmlPage.Of(Empty)), "a name adds a script to a page");
        foreach (var text in new[] { DotGraph.Of(diagram), MermaidFlowchart.Of(diagram) })
            Law.Holds(!text.Any(sign => char.IsControl(sign) && sign != '\n'), "a text holds control characters");
        foreach (var isAscii in new[] { false, true })
        {
            foreach (var line in TextTree.Of(diagram, Width, isAscii).Split('\n'))
            {
                Law.Holds(Columns.Of(line) <= Width && !line.Any(char.IsControl), "a line is too long or has controls");
                Law.Holds(!isAscii || line.All(char.IsAscii), "a line for a plain terminal has more than ASCII");
            }
        }
    }

    private static void IsXml(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text));
        while (reader.Read())
        {
        }
    }

    private static int ScriptsOf(string page) =>
        Regex.Count(page, "<script", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
