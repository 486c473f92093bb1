using System;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using BatchFlows.Analysis.Diagrams;
using BatchFlows.Model.Failures;
using BatchFlows.Rendering.Html;
using BatchFlows.Rendering.Pictures;
using BatchFlows.Rendering.Svg;
using BatchFlows.Rendering.Texts;
using CsCheck;

namespace BatchFlows.Rendering.Tests;

public class SvgPictureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void AnyDiagram_IsXmlWithEachNameAsText_AndNothingElse() => DiagramSamples.Any.Sample(
        diagram =>
        {
            var root = XDocument.Parse(SvgPicture.Of(GraphPicture.Of(diagram)), LoadOptions.PreserveWhitespace).Root!;

            Assert.Equal(diagram.Nodes.Count, root.Descendants(Svg + "g").Count(g => g.Attribute("id") is not null));
            Assert.Equal(
                diagram.Edges.Count,
                root.Descendants(Svg + "path").Count(path => path.Attribute("data-from") is not null));
            Assert.Empty(root.Descendants().Select(element => element.Name.LocalName).Except(
                ["title", "desc", "style", "rect", "text", "g", "path", "marker", "line"]));
            Assert.DoesNotContain(root.Descendants().Attributes().Select(attribute => attribute.Name.LocalName), name =>
                name.StartsWith("on", StringComparison.Ordinal) || name is "href" or "src" or "style");
            for (var i = 0; i < diagram.Nodes.Count; i++)
            {
                var box = root.Descendants(Svg + "g").Single(g => (string?)g.Attribute("id") == $"n{i}");
                Assert.StartsWith(
                    Spaced(diagram.Nodes[i].Label), Spaced(box.Element(Svg + "title")!.Value),
                    StringComparison.Ordinal);
            }
        },
        iter: 300);

    [Fact]
    public void NothingOutside_IsNamed()
    {
        var picture = GraphPicture.Of(DiagramSamples.Flow(50));

        string[] texts =
            [SvgPicture.Of(picture), HtmlPage.Of(picture), HtmlPage.Of(GraphPicture.Of(DiagramSamples.Flow(1001)))];
        foreach (var text in texts)
        {
            var addresses = Regex.Matches(text, @"[a-z]+://[^\s""'<]*|@import|url\((?!#)").Select(found => found.Value);
            Assert.All(addresses, address => Assert.Equal(Svg.NamespaceName, address));
        }
    }

    [Fact]
    public void EachMark_HasASignAWordAndALineOfItsOwn()
    {
        var marks = Enum.GetValues<DiagramMark>().Where(mark => mark != DiagramMark.None).ToArray();

        Assert.Equal(marks.Length, marks.Select(MarkSigns.Of).Distinct().Count());
        Assert.Equal(marks.Length, marks.Select(MarkSigns.Ascii).Distinct().Count());
        Assert.Equal(marks.Length, marks.Select(StatusMarks.WordOf).Distinct().Count());
        Assert.All(marks.Select(MarkSigns.Ascii), sign => Assert.Matches("^[ -~]$", sign));
        var drawn = XDocument.Parse(SvgPicture.Of(GraphPicture.Of(new Diagram(
            "marks", [.. marks.Select(mark => new DiagramNode("x", DiagramNodeKind.Task) { Mark = mark })], []))));
        Assert.Equal(
            marks.Select(StatusMarks.WordOf),
            drawn.Descendants(Svg + "text")
                .Where(text => (string?)text.Attribute("class") == "note" && text.Parent!.Attribute("id") is not null)
                .Select(text => text.Value));
    }

    /// <summary>The colours of texts and of lines against what is behind them, by the formula of WCAG.</summary>
    [Fact]
    public void Colours_CanBeTold_OnLightAndDark()
    {
        var style = SvgStyle.Sheet.ToString();
        var (light, dark) = (
            style[..style.IndexOf("@media", StringComparison.Ordinal)],
            style[style.IndexOf("@media", StringComparison.Ordinal)..]);
        foreach (var sheet in (string[])[light, dark])
        {
            var colours = Regex.Matches(sheet, "--([a-z]+): #([0-9a-f]{6})").ToDictionary(
                found => found.Groups[1].Value, found => Luminance(Convert.ToInt32(found.Groups[2].Value, 16)));
            foreach (var ground in (string[])["page", "box"])
            {
                foreach (var text in (string[])["text", "muted", "good", "bad", "late", "busy", "wait", "off", "stop"])
                    Assert.True(
                        Contrast(colours[text], colours[ground]) >= 4.5,
                        $"{text} on {ground}: {Contrast(colours[text], colours[ground]):0.0}");
                Assert.True(Contrast(colours["line"], colours[ground]) >= 3, $"line on {ground}");
            }
        }
    }

    private static string Spaced(string text) => Regex.Replace(
        string.Concat(ShownText.Clean(text).Select(c => c is '\r' or '\t' ? ' ' : c))
            .Replace("\r\n", "\n", StringComparison.Ordinal),
        "[\\p{Cs}\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\uFFFE\\uFFFF]", "\uFFFD");

    private static double Contrast(double one, double other) =>
        (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);

    private static double Luminance(int rgb)
    {
        return (0.2126 * Linear(rgb >> 16)) + (0.7152 * Linear((rgb >> 8) & 255)) + (0.0722 * Linear(rgb & 255));

        static double Linear(int part) =>
            part / 255.0 is var value && value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
