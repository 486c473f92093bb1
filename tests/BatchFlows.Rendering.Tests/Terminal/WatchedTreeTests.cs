using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using BatchFlows.Analysis.Watching;
using BatchFlows.Model;
using BatchFlows.Rendering.Terminal;
using BatchFlows.Rendering.Texts;
using CsCheck;

namespace BatchFlows.Rendering.Tests;

public class WatchedTreeTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 1, 3, 0, TimeSpan.Zero);

    private static readonly Gen<WatchedRun> Any = Gen.Select(
        Gen.OneOfConst(DiagramSamples.Hostile), Gen.OneOfConst("SUCCESS", "RUNNING", "FAIL", "NONE", "?")).Array[0, 30].Select(Run);

    [Fact]
    public void Lines_FitTheWindow_AndAsciiIsAscii() => Gen.Select(Any, Gen.Int[20, 120], Gen.Int[1, 40], Gen.Bool).Sample(
        (run, width, height, isAscii) =>
        {
            var lines = WatchedTree.Of(run, Now, width, height, isAscii);

            Assert.InRange(lines.Count, 1, height);
            Assert.All(lines, line => Assert.InRange(Columns.Of(line), 0, width));
            if (isAscii) Assert.All(lines, line => Assert.Matches("^[ -~]*$", line));
        },
        iter: 500);

    [Fact]
    public void SmallWindow_ShowsWhatRuns_AndSaysHowManyMoreThereAre()
    {
        var run = Run([.. Enumerable.Range(0, 50).Select(i => ($"task{i}", i < 20 ? "SUCCESS" : i < 22 ? "RUNNING" : "NONE"))]);

        Assert.Equal(
            ["f  1-1, running, 3:00 of usually 5:00", "> task20  running, usually 1:00", "> task21  running, usually 1:00", "... 48 more: 20 success, 28 not started"],
            WatchedTree.Of(run, Now, 80, 12, isAscii: true));
        Assert.Equal(52, WatchedTree.Of(run, Now, 80, 52, isAscii: true).Count);
    }

    [Fact]
    public void Screen_ShowsTheLastLinesOnly() => Gen.Select(Gen.String[Gen.Char.AlphaNumeric, 0, 19].Array[0, 8], Gen.String[Gen.Char.AlphaNumeric, 0, 19].Array[0, 8], Gen.Int[5, 20]).Sample(
        (before, after, width) =>
        {
            var screen = new List<string>();
            var row = Write(screen, 0, Redrawing.Of([], before, 20), 20);
            // The terminal has broken the lines of a window that became narrower.
            screen = [.. before.SelectMany(line => line.Length == 0 ? [""] : line.Chunk(width).Select(part => new string(part)))];
            row = Write(screen, screen.Count, Redrawing.Of(before, after, width), 20);

            Assert.Equal(after, screen);
            Assert.Equal(after.Length, row);
        });

    /// <summary>What a terminal does with the text; returns the row of the cursor.</summary>
    private static int Write(List<string> screen, int row, string text, int width)
    {
        foreach (Match part in Regex.Matches(text, @"\r?\e\[(\d*)([AJK])|\r\n|[^\r\n\e]+"))
        {
            if (part.Value == "\r\n") row++;
            else if (part.Groups[2].Value == "A") row -= int.Parse(part.Groups[1].Value);
            else if (part.Groups[2].Value == "J") screen.RemoveRange(row, screen.Count - row);
            else if (part.Groups[2].Value == "K") Put(screen, row, screen.Count > row && screen[row].StartsWith('\0') ? screen[row][1..] : "");
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

    private static WatchedRun Run((string Name, string Status)[] tasks) => new(
        new FlowInstance(
            JsonDocument.Parse(JsonSerializer.Serialize(new
            {
                instanceId = "1-1",
                flowName = "f",
                status = 2,
                startTime = "2026-01-02 01:00:00",
                graph = new
                {
                    tasks = tasks.Select((task, i) => new { taskName = task.Name.Replace("\ud800", "").Replace("\udc00", ""), nodeId = $"n{i}", taskInstId = $"t{i}", status = task.Status }),
                    relations = Enumerable.Range(1, Math.Max(0, tasks.Length - 1)).Where(i => i % 4 != 0).Select(i => new { source = $"n{i - 1}", target = $"n{i}" }),
                },
            })).RootElement,
            new Origin("test", new ServerZone("GMT+0"))),
        new Dictionary<string, TaskInstance>(),
        new UsualTimes(TimeSpan.FromMinutes(5), tasks.Select(task => task.Name).Distinct().ToDictionary(name => name, _ => TimeSpan.FromMinutes(1))));
}
