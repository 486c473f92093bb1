using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Procedures.Logs;
using CsCheck;

namespace BatchFlows.Procedures.Tests;

public class LogLinesTests
{
    /// <summary>
    /// How a log of numbered lines is read: how many characters are there at each reading, and how many are missing at
    /// its head.
    /// </summary>
    private static readonly Gen<(string Log, (int End, int Cut)[] Readings)> Read =
        from texts in Gen.OneOfConst("", "a", "same", "with\ttab", "===", "\r").Array[0, 30]
        from hasEnd in Gen.Bool
        let log = string.Join("\n", texts.Select((text, i) => $"{i} {text}")) + (hasEnd ? "\n" : "")
        from readings in Gen.Select(Gen.Int[0, log.Length], Gen.Int[0, log.Length]).Array[0, 10]
        select (log, readings);

    [Fact]
    public void Each_line_comes_once_however_the_log_grows_and_is_cut_at_its_head() => Read.Sample(read =>
    {
        var lines = new LogLines();
        var given = new List<string>();
        var (start, end) = (0, 0);
        foreach (
            var (wantedEnd, wantedCut) in read.Readings.Append((read.Log.Length, 0)).OrderBy(reading => reading.Item1))
        {
            // Only what the reading before has seen may be missing, and a line of it must be left to be known again.
            var lastLine = end == 0 ? -1 : read.Log.LastIndexOf('\n', end - 1);
            var wholeLine = lastLine <= 0 ? -1 : read.Log.LastIndexOf('\n', lastLine - 1) + 1;
            start = Math.Max(start, Math.Min(wantedCut, wholeLine));
            end = wantedEnd;
            given.AddRange(Texts(lines.Add(read.Log[start..end])));
        }

        given.AddRange(Texts(lines.End()));

        Assert.Equal(read.Log.Split('\n').Select(line => line.TrimEnd('\r'))
            .Where((line, i) => i < read.Log.Count(c => c == '\n') || line.Length > 0), given);
    });

    [Fact]
    public void Lines_are_numbered_from_the_first_that_was_given()
    {
        var lines = new LogLines();

        Assert.Equal([(1, "a"), (2, "b")], lines.Add("a\nb\nc"));
        Assert.Equal([(3, "cc")], lines.Add("b\ncc\n"));
    }

    [Fact]
    public void A_log_that_a_retry_replaced_is_given_whole_and_the_begun_line_before_it()
    {
        var lines = new LogLines();
        lines.Add("run 1\nworks\nfai");

        Assert.Equal([(3, "fai"), (1, "run 2"), (2, "works")], lines.Add("run 2\nworks\n"));
    }

    [Fact]
    public void A_few_characters_in_common_do_not_join_two_logs()
    {
        var lines = new LogLines();
        lines.Add("run 1\n====");

        Assert.Equal(["====", "========", "run 2"], Texts(lines.Add("========\nrun 2\n")));
    }

    [Fact]
    public void An_answer_that_is_behind_repeats_nothing()
    {
        var lines = new LogLines();
        lines.Add("a\nb\n");

        Assert.Empty(lines.Add("a\n"));
        Assert.Empty(lines.Add(""));
        Assert.Equal(["c"], Texts(lines.Add("a\nb\nc\n")));
    }

    private static IEnumerable<string> Texts(List<(long Number, string Text)> lines) => lines.Select(line => line.Text);
}
