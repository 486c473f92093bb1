using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Comparison;
using CsCheck;

namespace BatchFlows.Analysis.Tests;

/// <summary>What git apply and patch make of a file by a difference is the other file, byte for byte.</summary>
public class UnifiedDiffTests
{
    private static readonly Gen<string> Line = Gen.OneOfConst(
        "a\n", "b\n", "\tx\n", "    x\n", " y\r\n", "\r\n", "\n", "a\rb\n", "-a\n", "+b\n", "--- a/x\n", "+++ b/x\n",
        "\\ No newline at end of file\n", "@@ -1 +1 @@\n", "diff --git a/x b/x\n", "\u4f60\u597d \U0001F600\n",
        "no line end");

    private static readonly Gen<string[]> AllLines = Line.Array[0, 40];

    private static readonly Gen<(string?, string?)> Pair = Gen.OneOf(
        Gen.Select(AllLines, AllLines).Select(two => (Text(two.Item1), Text(two.Item2))),
        Gen.Select(AllLines, Gen.Int[0, 40], Gen.Int[0, 3], Line.Array[0, 3]).Select(edit => (
            Text(edit.Item1),
            Text([.. edit.Item1.Take(edit.Item2), .. edit.Item4, .. edit.Item1.Skip(edit.Item2 + edit.Item3)]))),
        Line.Array[1, 5].Select(lines => ((string?)null, Text(lines))),
        Line.Array[1, 5].Select(lines => (Text(lines), (string?)null)));

    [Fact]
    public void Git_makes_the_other_file() => MakesTheOther(PatchTool.Git);

    [Fact]
    public void Patch_makes_the_other_file() => MakesTheOther(PatchTool.Patch);

    [Theory]
    [InlineData("a b/c d.sh")]
    [InlineData("say \"hi\"/\u00e4\t\u4f60.sh")]
    [InlineData(" \\x\\ ")]
    public void Names_with_blanks_and_quotes_are_found(string path)
    {
        Assert.SkipWhen(System.OperatingSystem.IsWindows(), "Windows forbids such names");
        var patch = UnifiedDiff.OfFile(path, "a\n", "b\n");

        foreach (var tool in (PatchTool[])[PatchTool.Git, PatchTool.Patch])
            Assert.Equal("b\n", tool.Apply(patch, [new(path, "a\n")])[path]);
    }

    [Fact]
    public void A_difference_reads_as_usual() => Assert.Equal(
        """
        diff --git a/f/t.sh b/f/t.sh
        --- a/f/t.sh
        +++ b/f/t.sh
        @@ -1,5 +1,5 @@
         1
        -2
        +two
         3
         4
        -5
        \ No newline at end of file
        +5

        """.Replace("\r", ""),
        UnifiedDiff.OfFile("f/t.sh", "1\n2\n3\n4\n5", "1\ntwo\n3\n4\n5\n"));

    [Fact]
    public void White_space_is_a_difference() => Assert.Equal(
        "@@ -1,1 +1,1 @@\n-  x\n+\tx\n", UnifiedDiff.OfText("  x\n", "\tx\n"));

    private static void MakesTheOther(PatchTool tool) => Pair.Array[1, 60].Sample(
        pairs =>
        {
            var named = pairs.Select((pair, i) => (Path: $"flow {i % 3}/{i}.sh", pair.Item1, pair.Item2)).ToArray();
            var patch = string.Concat(named.Select(one => UnifiedDiff.OfFile(one.Path, one.Item1, one.Item2)));
            var files = named.Where(one => one.Item1 is not null)
                .Select(one => KeyValuePair.Create(one.Path, one.Item1!));

            var made = patch.Length == 0 ? files : tool.Apply(patch, files);

            Assert.Equal(
                named.Where(one => one.Item2 is not null).Select(one => $"{one.Path}: {one.Item2}").Order(),
                made.Select(file => $"{file.Key}: {file.Value}").Order());
        },
        iter: 30, threads: 1);

    /// <summary>A line without its end joins the next one.</summary>
    private static string? Text(string[] lines) => string.Concat(lines);
}
