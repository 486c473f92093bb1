using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace BatchFlows.PowerShell.Tests;

/// <summary>
/// Changes of many items: one after the other, so that what had not begun stays undone when the command ends early; and
/// several at once when asked for, so that all that was made is told.
/// </summary>
public partial class ChangeOrderTests
{
    public static IEnumerable<TheoryDataRow<int, int>> CasesAndLatencies() =>
        from number in Enumerable.Range(0, BulkChange.All.Count)
        from latency in Enumerable.Range(0, 2).Select(i => i * 20)
        select new TheoryDataRow<int, int>(number, latency);

    /// <summary>Those that write what they changed.</summary>
    public static IEnumerable<TheoryDataRow<int, int>> CasesWithResults() =>
        CasesAndLatencies().Where(row => BulkChange.All[row.Data.Item1].HasResults);

    [Theory]
    [MemberData(nameof(CasesAndLatencies))]
    public void An_error_that_ends_the_command_leaves_undone_what_follows(int number, int latency)
    {
        var one = BulkChange.All[number];
        using var engine = one.Start(latency);

        var result = engine.Run($"@($items[0]) + @({one.Bad}) + $items[1..5] | {one.Command} -ErrorAction Stop");

        Assert.NotEmpty(result.Errors);
        Assert.Equal(1, one.Made(engine, hasBad: true));
    }

    [Theory]
    [MemberData(nameof(CasesWithResults))]
    public void A_later_command_that_wants_no_more_leaves_undone_what_follows(int number, int latency)
    {
        var one = BulkChange.All[number];
        using var engine = one.Start(latency);

        var result = engine.Run(TakeOnly(2, $"$items | {one.Command}"));

        Assert.Equal((2, 0), (result.Output.Count, result.Errors.Count));
        Assert.Equal(2, one.Made(engine, hasBad: false));
    }

    [Theory]
    [MemberData(nameof(CasesAndLatencies))]
    public void Of_several_at_once_all_that_were_made_are_told(int number, int latency)
    {
        var one = BulkChange.All[number];
        using var engine = one.Start(latency);

        var result = engine.Run(
            $"@({one.Bad}) + $items | {one.Command} -ThrottleLimit 4 -ErrorAction Stop");

        Assert.NotEmpty(result.Errors);
        Assert.Equal(one.Made(engine, hasBad: true), Told(result));
        Assert.DoesNotContain(result.Messages, message => message.Contains("flowId", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(CasesWithResults))]
    public void Of_several_at_once_all_that_were_made_are_told_when_nobody_wants_them(int number, int latency)
    {
        var one = BulkChange.All[number];
        using var engine = one.Start(latency);

        var result = engine.Run(TakeOnly(1, $"$items | {one.Command} -ThrottleLimit 4"));

        Assert.Equal(one.Made(engine, hasBad: false), result.Output.Count + Told(result));
    }

    [Theory]
    [MemberData(nameof(CasesWithResults))]
    public void Of_several_at_once_all_that_were_made_are_told_when_a_warning_of_one_ends_the_command(
        int number, int latency)
    {
        var one = BulkChange.All[number];
        using var engine = one.Start(latency);
        // What was changed cannot be read after that, which is a warning.
        engine.Run("'Get Flow', 'Get Flow Instance' | "
            + "ForEach-Object { Set-BatchFlowSandbox -Fault AccessDenied -Operation $_ }");

        var result = engine.Run($"$items | {one.Command} -ThrottleLimit 4 -WarningAction Stop");

        var warned = result.Messages.Count(message => message.Contains("read after", StringComparison.Ordinal));
        var failed = result.Errors.Count(
            error => error.FullyQualifiedErrorId.StartsWith("AccessDenied", StringComparison.Ordinal));
        Assert.InRange(one.Made(engine, hasBad: false), 1, result.Output.Count + Told(result) + warned + failed);
    }

    [Theory]
    [InlineData("Continue", 1)]
    [InlineData("Stop", 1)]
    [InlineData("SilentlyContinue", 0)]
    [InlineData("Ignore", 0)]
    public void The_last_word_comes_as_often_as_it_is_wanted(string preference, int times)
    {
        using var engine = BulkChange.All[0].Start(latency: 0);
        engine.TakeText();

        var result = engine.Run(
            $"@(999999) + $items | Disable-BatchFlow -ThrottleLimit 4 -ErrorAction Stop -WarningAction {preference}");

        Assert.NotEmpty(result.Errors);
        Assert.Equal(
            (times, times), (Done().Count($"{string.Join('\n', result.Messages)}"), Done().Count(engine.TakeText())));
    }

    /// <summary>As Select-Object -First does, which the engine lacks without the shell.</summary>
    private static string TakeOnly(int count, string pipeline) =>
        $"$n = 0; foreach ($once in 1) {{ {pipeline} | ForEach-Object {{ $_; if (++$n -eq {count}) "
            + "{ break } } }";

    /// <summary>How many changes the last words of a command call done, also where the run has not ended.</summary>
    private static int Told(Result result) => result.Messages.Select(message => Done().Match(message))
        .FirstOrDefault(match => match.Success)?.Groups.Values.Skip(1).Where(names => names.Success)
        .Sum(names => names.Value.Split(", ").Length) ?? 0;

    [GeneratedRegex(
        "The command ended early\\.(?: Done: ([^.]*)\\.)?(?: (?:Started|Cancelled), not ended: ([^.]*)\\.)?")]
    private static partial Regex Done();
}
