using System;
using System.Linq;
using BatchFlows.Analysis.Diagrams;
using BatchFlows.Rendering.Texts;
using CsCheck;

namespace BatchFlows.Rendering.Tests;

/// <summary>Diagrams to draw.</summary>
internal static class DiagramSamples
{
    /// <summary>Names that mean something to one of the forms.</summary>
    public static readonly string[] Hostile =
    [
        "\"><script>alert(1)</script>", "`", "]]>", "%%{init: {\"theme\":\"dark\"}}%%", "a\nb\r\nc",
        "\0\u001b[31m\u0007", "\ud800", "x\udc00y",
        "\u202Eevil\u200F", "</script><script>", "<!--", "&amp;&lt;#39;", "#quot;", "end", "\\N\\L\\\"", "a:b;c,d",
        "'; DROP", "-->", "$(x) ${y}", "\\", "<lambda> <map>", "&nbsp;",
        "\uFFFF", "]) --> n0[", "| x |", "---", "click n0 href \"javascript:alert(1)\"",
        "\u5909\u96fb\u6240\u306e\u76e3\u8996", "\U0001F600 e\u0301", "",
        "a very long name of a task that says everything about what it does and more than anybody wants to read in a box",
    ];

    /// <summary>These names as pictures show them.</summary>
    public static readonly string[] Shown = [.. Hostile.Select(name => CleanText.Of(DiagramBuilder.Shown(name)))];

    private static readonly Gen<string> Name = Gen.OneOf(
        Gen.OneOfConst(Hostile), Gen.String, Gen.String[Gen.Char.AlphaNumeric, 1, 20]);

    private static readonly Gen<DiagramMark> Mark = Gen.OneOfConst(Enum.GetValues<DiagramMark>());

    private static readonly Gen<DiagramNode> Node = Gen.Select(
        Name, Gen.OneOfConst(Enum.GetValues<DiagramNodeKind>()), Mark, Name, Name.Array[0, 3],
        (label, kind, mark, note, details) =>
            new DiagramNode(label, kind) { Mark = mark, Note = note, Details = details });

    /// <summary>Any diagram, whose texts nobody has cleaned.</summary>
    public static readonly Gen<Diagram> Any = Node.Array[1, 12].SelectMany(nodes => Gen.Select(
        Gen.Select(Gen.Int[0, nodes.Length - 1], Gen.Int[0, nodes.Length - 1], Mark).Array[0, 16], Name, Name,
        (edges, title, note) => new Diagram(
            title, nodes,
            [
                .. edges.DistinctBy(edge => (edge.Item1, edge.Item2))
                    .Select(edge => new DiagramEdge(edge.Item1, edge.Item2, edge.Item3))])
        {
            Note = note,
        }));

    /// <summary>A diagram of the size of a real flow.</summary>
    public static Diagram Flow(int count)
    {
        var marks = Enum.GetValues<DiagramMark>();
        return new Diagram(
            $"flow_of_{count}",
            [.. Enumerable.Range(0, count).Select(i => new DiagramNode(
                $"task_{i}_{Words[i % Words.Length]}", DiagramNodeKind.Task)
            {
                Mark = i % 3 == 0 ? DiagramMark.Success : marks[i % marks.Length],
                Note = i % 4 == 0 ? "" : $"{i % 60}:{i * 7 % 60:00}",
                Details = ["type: SHELL", $"timeout: {i}"],
            })],
            [.. Graphs.Flow(count).Select(edge => new DiagramEdge(edge.From, edge.To))])
        {
            Note = "daily 01:30",
        };
    }

    private static readonly string[] Words =
        [
            "load", "check_readings_of_all_substations", "\u5909\u96fb\u6240\u306e\u76e3\u8996", "WMWMWM", "x",
            "publish.forecast", "illicit lily", "MAIL_REPORT"];
}
