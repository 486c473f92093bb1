using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using BatchFlows.Analysis.Diagrams;
using BatchFlows.Rendering.Mermaid;
using CsCheck;

namespace BatchFlows.Rendering.Tests;

public partial class MermaidTests
{
    [Fact]
    public void AnyDiagram_IsReadBack() => DiagramSamples.Any.Sample(
        diagram =>
        {
            var lines = MermaidFlowchart.Of(diagram).TrimEnd('\n').Split('\n');

            Assert.Equal(["---", "---", "flowchart LR"], [lines[0], lines[2], lines[3]]);
            Assert.Matches("^title: \"([A-Za-z0-9 _.,-]|[^\\x00-\\x7f]|\\\\u[0-9a-f]{4})*\"$", lines[1]);
            var (nodes, edges) = (0, 0);
            foreach (var line in lines.Skip(4))
            {
                if (Node().Match(line) is { Success: true } node)
                {
                    Assert.Equal(nodes, int.Parse(node.Groups[1].Value, CultureInfo.InvariantCulture));
                    Assert.EndsWith(
                        Clean(diagram.Nodes[nodes].Label), Unescaped(node.Groups[2].Value), StringComparison.Ordinal);
                    nodes++;
                }
                else if (Edge().Match(line) is { Success: true } edge)
                {
                    Assert.Equal(
                        (diagram.Edges[edges].From, diagram.Edges[edges].To),
                        (
                            int.Parse(edge.Groups[1].Value, CultureInfo.InvariantCulture),
                            int.Parse(edge.Groups[2].Value, CultureInfo.InvariantCulture)));
                    edges++;
                }
                else
                {
                    Assert.Matches("^  (classDef [a-z]+ [a-z0-9:#, -]+|class n\\d+(,n\\d+)* [a-z]+)$", line);
                }
            }

            Assert.Equal((diagram.Nodes.Count, diagram.Edges.Count), (nodes, edges));
        },
        iter: 500);

    [Fact]
    public void Names_MeanNothing()
    {
        var text = MermaidFlowchart.Of(
            new Diagram("t", [new DiagramNode("\"><script>`]]>%%{init}%%;#quot;", DiagramNodeKind.Task)], []));

        Assert.Contains(
            "n0[\"#34;#62;#60;script#62;#96;#93;#93;#62;#37;#37;#123;init#125;#37;#37;#59;#35;quot#59;\"]\n", text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void AnyTimeline_HasOneLinePerBar() => TimelineSamples.Any.Sample(
        timeline =>
        {
            var lines = MermaidGantt.Of(timeline).TrimEnd('\n').Split('\n');

            Assert.Equal("gantt", lines[0]);
            Assert.All(lines.Skip(4), line => Assert.Matches(
                "^  (section .*|([^:;\"<>%`{}\\x00-\\x1f]|#\\d+;)+ :(crit|active|done), [0-9T:-]{19}, [0-9T:-]{19})$",
                line));
            Assert.Equal(
                timeline.Rows.Sum(row => row.Start is null ? 0 : row.Ready < row.Start ? 2 : 1),
                lines.Skip(4).Count(line => line.Contains(" :", StringComparison.Ordinal)));
        },
        iter: 300);

    private static string Clean(string text) =>
        string.Concat(text.Trim('\n').Select((c, i) => c)).Replace('\r', ' ').Replace('\n', ' ')
            .Replace('\t', ' ') is var line
        ? Regex.Replace(
            line,
            "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\uFFFE\\uFFFF]|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]|[\\ud800-\\udbff](?![\\udc00-\\udfff])",
            "\uFFFD")
        : "";

    private static string Unescaped(string text) => Regex.Replace(
        text, "#(\\d+);", found => ((char)int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture)).ToString());

    [GeneratedRegex(
        "^  n(\\d+)(?:\\(\\[|\\{\\{|\\[)\"((?:[A-Za-z0-9 _.,-]|[^\\x00-\\x7f]|#\\d+;)*)(?:<br>(?:[A-Za-z0-9 _.,-]|[^\\x00-\\x7f]|#\\d+;)*)?\"(?:\\]\\)|\\}\\}|\\])$")]
    private static partial Regex Node();

    [GeneratedRegex("^  n(\\d+) (?:-->|==>\\|(?:added|circle)\\||-\\.->\\|(?:removed|circle|broken link)\\|) n(\\d+)$")]
    private static partial Regex Edge();
}
