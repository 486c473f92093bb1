using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using BatchFlows.Procedures.Logs;

namespace BatchFlows.Fuzzing.Targets.Procedures;

/// <summary>
/// A log that is read again and again; its states stand one behind the other, with a zero between them.
/// </summary>
internal sealed class LogTarget : IFuzzTarget
{
    public string Name => "log";

    public IEnumerable<byte[]> Seeds => Samples.Texts(
        "one\ntwo\nthree", "one\n\0one\ntwo", "one\ntwo\n\0two\nthree\n\0three\nfour", "one\r\n\0other\n",
        "a\na\na\n\0a\na\nb\n");

    public void Run(byte[] input)
    {
        var states = Encoding.UTF8.GetString(input).Split('\0');
        var lines = new LogLines();
        var given = new List<(long Number, string Text)>();
        foreach (var state in states) given.AddRange(lines.Add(state));
        given.AddRange(lines.End());
        for (var i = 0; i < given.Count; i++)
        {
            Law.Holds(!given[i].Text.Contains('\n'), "a line holds the end of a line");
            Law.Holds(given[i].Number == 1
                || (i > 0 && given[i].Number == given[i - 1].Number + 1), "lines are not numbered one after the other");
        }

        var isGrowing = states.Zip(states.Skip(1))
            .All(pair => pair.Second.StartsWith(pair.First, StringComparison.Ordinal));
        if (isGrowing)
            Law.Holds(given.Select(line => line.Text)
                .SequenceEqual(LinesOf(states[^1])), "lines of a growing log are lost, or given twice");
    }

    private static IEnumerable<string> LinesOf(string log)
    {
        var lines = log.Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        if (log.Length == 0 || log[^1] == '\n') lines.RemoveAt(lines.Count - 1);
        return lines;
    }
}
