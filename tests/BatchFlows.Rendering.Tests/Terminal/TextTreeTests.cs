using System;
using System.Linq;
using BatchFlows.Analysis.Diagrams;
using BatchFlows.Rendering.Terminal;
using BatchFlows.Rendering.Texts;
using CsCheck;

namespace BatchFlows.Rendering.Tests;

public class TextTreeTests
{
    [Fact]
    public void NoLine_IsTooLong_AndAsciiIsAscii() => Gen.Select(DiagramSamples.Any, Gen.Int[20, 200], Gen.Bool).Sample(
        (diagram, width, isAscii) =>
        {
            var text = TextTree.Of(Built(diagram), width, isAscii);

            Assert.EndsWith("\n", text, StringComparison.Ordinal);
            Assert.All(text.Split('\n'), line => Assert.InRange(Columns.Of(line), 0, width));
            if (isAscii) Assert.Matches("^[ -~\n]*$", text);
        },
        iter: 500);

    [Fact]
    public void EachNode_StandsOnce_BelowOrAfterAllThatItFollows() => Graphs.Any.Sample(
        graph =>
        {
            var (count, edges) = (graph.Widths.Length, graph.Edges.Distinct().ToArray());
            var diagram = new Diagram(
                "t", [.. Enumerable.Range(0, count).Select(i => new DiagramNode($"task{i}.", DiagramNodeKind.Task))],
                [.. edges.Select(edge => new DiagramEdge(edge.From, edge.To))]);

            var lines = TextTree.Of(diagram, 10_000, isAscii: true).Split('\n').Skip(2).SkipLast(1)
                .Where(line => !line.EndsWith("(continued)", StringComparison.Ordinal)).ToArray();

            Assert.Equal(count, lines.Length);
            var order = lines.Select(
                line => int.Parse(
                    line[(line.IndexOf("task", StringComparison.Ordinal) + 4)..].Split('.')[0])).ToArray();
            Assert.Equal(Enumerable.Range(0, count), order.Order());
            foreach (var (from, to) in edges.Where((_, i) => !Layout.BackEdges.Of(count, edges)[i]))
            {
                Assert.True(Array.IndexOf(order, from) < Array.IndexOf(order, to));
                var line = lines[Array.IndexOf(order, to)];
                Assert.True(IsParent(from, to) || line.Contains($"task{from}.", StringComparison.Ordinal), line);
            }

            bool IsParent(int parent, int child)
            {
                var depth = Depth(lines[Array.IndexOf(order, child)]);
                return order.Take(Array.IndexOf(order, child))
                    .Last(one => Depth(lines[Array.IndexOf(order, one)]) < depth) == parent;
            }
        },
        iter: 300);

    [Fact]
    public void LongChain_FitsIntoItsWidth()
    {
        const int Count = 5000;
        var chain = new Diagram(
            "chain", [.. Enumerable.Range(0, Count).Select(i => new DiagramNode($"task_{i}", DiagramNodeKind.Task))],
            [.. Enumerable.Range(1, Count - 1).Select(i => new DiagramEdge(i - 1, i))]);

        var text = TextTree.Of(chain, 80, isAscii: false);

        Assert.All(text.Split('\n'), line => Assert.InRange(Columns.Of(line), 0, 80));
        for (var i = 0; i < Count; i += 500) Assert.Matches($"\\btask_{i}\\b", text);
    }

    [Theory]
    [InlineData(true, "@ a in a circle after b|`- @ b in a circle")]
    [InlineData(false, "a in a circle after b|`- b")]
    public void Circle_IsToldOnceOfEachBox(bool isMarked, string expected)
    {
        var mark = isMarked ? DiagramMark.Circle : DiagramMark.None;
        var ring = new Diagram(
            "ring",
            [new DiagramNode("a", DiagramNodeKind.Flow) { Mark = mark }, new("b", DiagramNodeKind.Flow) { Mark = mark }],
            [new DiagramEdge(0, 1, mark), new DiagramEdge(1, 0, mark)]);

        var lines = TextTree.Of(ring, 80, isAscii: true).TrimEnd().Split('\n').Skip(2)
            .Select(line => string.Join(" ", line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

        Assert.Equal(expected, string.Join("|", lines));
    }

    [Theory]
    [InlineData("abc", 3)]
    [InlineData("\u5909\u96fb\u6240", 6)]
    [InlineData("e\u0301", 1)]
    [InlineData("\U0001F600", 2)]
    [InlineData("\uFF21\uFF71", 3)]
    [InlineData("\uD55C\uAE00", 4)]
    [InlineData("\u2713\u2717\u251C", 3)]
    public void WideCharacters_CountAsTwo(string text, int columns) => Assert.Equal(columns, Columns.Of(text));

    [Fact]
    public void NoLineOfATimeline_IsTooLong() => Gen.Select(TimelineSamples.Any, Gen.Int[40, 200], Gen.Bool).Sample(
        (timeline, width, isAscii) =>
        {
            var text = TextTimeline.Of(timeline, width, isAscii);

            Assert.All(text.Split('\n'), line => Assert.InRange(Columns.Of(line), 0, width));
            if (isAscii) Assert.Matches("^[ -~\n]*$", text);
            Assert.All(
                timeline.Rows.Where(row => row.Start is not null),
                row => Assert.Contains(isAscii ? '=' : '\u2588', text));
        },
        iter: 300);

    /// <summary>The diagram with names as those that make diagrams clean them.</summary>
    private static Diagram Built(Diagram diagram)
    {
        var builder = new DiagramBuilder();
        foreach (var (node, i) in diagram.Nodes.Select((node, i) => (node, i))) builder.Add(
            $"{i}", node with { Note = DiagramBuilder.Shown(node.Note) });
        foreach (var edge in diagram.Edges) builder.Connect(edge.From, edge.To, edge.Mark);
        return builder.Build(diagram.Title, DiagramBuilder.Shown(diagram.Note));
    }

    private static int Depth(string line) => line.IndexOf("task", StringComparison.Ordinal);
}
