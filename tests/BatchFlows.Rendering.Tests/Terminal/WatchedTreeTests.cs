using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using BatchFlows.Analysis.Diagrams;
using BatchFlows.Analysis.Watching;
using BatchFlows.Model;
using BatchFlows.Rendering.Terminal;
using BatchFlows.Rendering.Texts;
using CsCheck;

namespace BatchFlows.Rendering.Tests;

public class WatchedTreeTests
{
    private const string Approved = "WatchedTree.txt";

    private static readonly DateTimeOffset Now = new(2026, 1, 2, 1, 3, 0, TimeSpan.Zero);

    private static readonly (int Width, int Height)[] Windows = [(80, 24), (200, 24), (40, 10)];

    private static readonly bool[] Either = [false, true];

    private static readonly Gen<WatchedRun> Any = Gen
        .Select(
            Gen.OneOfConst(DiagramSamples.Hostile), Gen.OneOfConst("SUCCESS", "RUNNING", "FAIL", "NONE", "?"))
        .Array[0, 30].Select(tasks => Run(tasks));

    [Fact]
    public void Lines_FitTheWindow_AndAsciiIsAscii() =>
        Gen.Select(Any, Gen.Int[1, 120], Gen.Int[1, 40], Gen.Bool).Sample(
        (run, width, height, isAscii) =>
        {
            var lines = WatchedTree.Of(run, Now, width, height, isAscii);

            Assert.InRange(lines.Count, 1, height);
            Assert.All(lines, line => Assert.InRange(Columns.Of(line.Text), 0, width));
            if (isAscii) Assert.All(lines, line => Assert.Matches("^[ -~]*$", line.Text));
        },
        iter: 500);

    [Fact]
    public void Colours_StandAroundTheSignAndTheWordOfAMark_AndChangeNothingElse() =>
        Gen.Select(Any, Gen.Int[1, 120], Gen.Bool).Sample(
        (run, width, isAscii) =>
        {
            foreach (var line in WatchedTree.Of(run, Now, width, 40, isAscii))
            {
                var painted = new List<string>();
                var text = line.Painted((mark, part) =>
                {
                    Assert.Equal(line.Mark, mark);
                    painted.Add(part);
                    return $"\u0001{part}\u0002";
                });

                Assert.Equal(line.Text, text.Replace("\u0001", "").Replace("\u0002", ""));
                Assert.InRange(painted.Count, 0, 2);
                var word = StatusMarks.WordOf(line.Mark);
                var sign = isAscii ? MarkSigns.Ascii(line.Mark) : MarkSigns.Of(line.Mark);
                Assert.All(painted, part => Assert.True(
                    part == sign || word.StartsWith(part.TrimEnd('.', '\u2026'), StringComparison.Ordinal), part));
            }
        },
        iter: 500);

    /// <summary>With BATCHFLOWS_APPROVE=1 the text is written anew: read it before it is committed.</summary>
    [Fact]
    public void Tree_IsShownAsApproved()
    {
        var run = Run(
            [
                ("extract", "SUCCESS"), ("変電所の計測値を集める", "SUCCESS"), ("load", "RUNNING"), ("check", "FAIL"),
                ("全社のデータ倉庫へ夜間集計の結果を送る非常に長い名前の処理全社のデータ倉庫へ夜間集計の結果を送る", "TIMEOUT"),
                ("wait_for_files", "WAIT"), ("a_task_whose_name_is_longer_than_half_of_a_narrow_window", "CANCEL"),
                ("optional", "SKIP"), ("publish", "NONE"),
            ],
            "夜間集計");
        var shown = string.Concat(
            from window in Windows
            from isAscii in Either
            from isColoured in Either
            select $"--- {window.Width} x {window.Height}, {(isAscii ? "ASCII" : "Unicode")}, {(isColoured ? "with" : "no")} colour\n"
                + string.Concat(WatchedTree.Of(run, Now, window.Width - 1, window.Height - 1, isAscii)
                    .Select(
                        line => (isColoured ? line.Painted((mark, text) => $"<{mark} {text}>") : line.Text) + "\n")));
        if (Environment.GetEnvironmentVariable("BATCHFLOWS_APPROVE") == "1") File.WriteAllText(Source(), shown);

        using var resource = typeof(WatchedTreeTests).Assembly.GetManifestResourceStream(Approved)!;
        using var reader = new StreamReader(resource);
        Assert.Equal(reader.ReadToEnd().Replace("\r\n", "\n"), shown);

        static string Source([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, Approved);
    }

    [Fact]
    public void SmallWindow_ShowsWhatRuns_AndSaysHowManyMoreThereAre()
    {
        var run = Run([.. Enumerable.Range(0, 50)
            .Select(i => ($"task{i}", i < 20 ? "SUCCESS" : i < 22 ? "RUNNING" : "NONE"))]);

        Assert.Equal(
            [
                "f  1-1, running, 3:00 of usually 5:00",
                "> task20  running, usually 1:00",
                "> task21  running, usually 1:00",
                "... 48 more: 20 success, 28 not started",
            ],
            WatchedTree.Of(run, Now, 80, 12, isAscii: true).Select(line => line.Text));
        Assert.Equal(52, WatchedTree.Of(run, Now, 80, 52, isAscii: true).Count);
    }

    [Fact]
    public void Screen_ShowsTheLastLinesOnly()
    {
        var lines = Gen.String[Gen.Char.AlphaNumeric, 0, 19].Array[0, 8];
        Gen.Select(lines, lines, Gen.Int[5, 20]).Sample((before, after, width) =>
        {
            var screen = new List<string>();
            var row = Write(screen, 0, Redrawing.Of([], before, 20));
            // The terminal has broken the lines of a window that became narrower.
            screen = [.. before.SelectMany(
                line => line.Length == 0 ? [""] : line.Chunk(width).Select(part => new string(part)))];
            row = Write(screen, screen.Count, Redrawing.Of(before, after, width));

            Assert.Equal(after, screen);
            Assert.Equal(after.Length, row);
        });
    }

    /// <summary>What a terminal does with the text; returns the row of the cursor.</summary>
    private static int Write(List<string> screen, int row, string text)
    {
        foreach (Match part in Regex.Matches(text, @"\r?\e\[(\d*)([AJK])|\r\n|[^\r\n\e]+"))
        {
            if (part.Value == "\r\n") row++;
            else if (part.Groups[2].Value == "A") row -= int.Parse(part.Groups[1].Value);
            else if (part.Groups[2].Value == "J") screen.RemoveRange(row, screen.Count - row);
            else if (part.Groups[2].Value == "K")
                Put(screen, row, screen.Count > row && screen[row].StartsWith('\0') ? screen[row][1..] : "");
            else Put(screen, row, "\0" + part.Value);
        }

        Assert.InRange(row, 0, screen.Count);
        return row;
    }

    private static void Put(List<string> screen, int row, string line)
    {
        while (screen.Count <= row) screen.Add("");
        screen[row] = line;
    }

    private static WatchedRun Run((string Name, string Status)[] tasks, string flow = "f") => new(
        new FlowInstance(
            JsonDocument.Parse(JsonSerializer.Serialize(new
            {
                instanceId = "1-1",
                flowName = flow,
                status = 2,
                startTime = "2026-01-02 01:00:00",
                graph = new
                {
                    tasks = tasks.Select((task, i) => new
                    {
                        taskName = task.Name.Replace("\ud800", "").Replace("\udc00", ""),
                        nodeId = $"n{i}",
                        taskInstId = $"t{i}",
                        status = task.Status,
                    }),
                    relations = Enumerable.Range(1, Math.Max(0, tasks.Length - 1)).Where(i => i % 4 != 0)
                        .Select(i => new { source = $"n{i - 1}", target = $"n{i}" }),
                },
            })).RootElement,
            new Origin("test", new ServerZone("GMT+0"))),
        new Dictionary<string, TaskInstance>(),
        new UsualTimes(
            TimeSpan.FromMinutes(5),
            tasks.Select(task => task.Name).Distinct().ToDictionary(name => name, _ => TimeSpan.FromMinutes(1))));
}
