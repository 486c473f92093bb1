using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Text.RegularExpressions;

namespace BatchFlows.PowerShell.Tests;

/// <summary>Changes that are stopped half-way: what was made was written, or a last word tells of it.</summary>
public class StopChangeTests
{
    private static readonly int[] Limits = [1, 4];
    private static readonly int[] Latencies = [0, 20];

    public static IEnumerable<TheoryDataRow<int, int, int>> Cases() =>
        from number in Enumerable.Range(0, BulkChange.All.Count)
        from limit in Limits
        from latency in Latencies
        select new TheoryDataRow<int, int, int>(number, limit, latency);

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_was_made_is_told_when_the_command_is_stopped(int number, int limit, int latency)
    {
        var change = BulkChange.All[number];
        using var engine = change.Start(latency);
        var traffic = Traffic.Of(engine);
        var output = new PSDataCollection<PSObject>();
        using var shell = Runs.Begin(engine, $"$items | {change.Command} -ThrottleLimit {limit}", output);
        Runs.WaitUntil(() => traffic.Calls >= 2);

        shell.Stop();

        Runs.WaitUntil(() => traffic.InFlight == 0);
        var made = change.Made(engine, hasBad: false);
        var text = engine.TakeText();
        var (done, perhaps) = (
            Names(text, "Done") + Names(text, "(?:Started|Cancelled), not ended"), Names(text, "Perhaps done"));
        var written = change.HasResults ? output.Count : 0;
        Assert.InRange(made, 0, BulkChange.Count);
        Assert.InRange(made, written + done, change.HasResults ? written + done + perhaps : int.MaxValue);
    }

    /// <summary>How many items the last words of a command call so.</summary>
    private static int Names(string text, string title)
    {
        var match = Regex.Match(text, $@"The command ended early\..*? {title}: ([^.]*)\.");
        return match.Success ? match.Groups[1].Value.Split(", ").Length : 0;
    }
}
