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
    private const int Items = 6;

    /// <summary>
    /// A command, the operation by which it changes each item of <c>$items</c>, and an item that fails.
    /// </summary>
    private static readonly (string Command, string Operation, string Items, string Bad)[] Cases =
    [
        ("Disable-BatchFlow -PassThru", "Disable Flow", "$ids", "999999"),
        ("Enable-BatchFlow -PassThru", "Enable Flow", "$ids", "999999"),
        ("Set-BatchFlow -Description new -PassThru", "Save Flow", "$ids", "999999"),
        ("Remove-BatchFlow -Confirm:$false", "Delete Flow", "$ids", "999999"),
        ("Start-BatchFlow", "Trigger Flow", "$ids", "999999"),
        ("Start-BatchFlow -Wait", "Trigger Flow", "$ids", "999999"),
        ("Stop-BatchFlowInstance -PassThru", "Cancel Flow Instance", "($ids | Start-BatchFlow)", "'1-1'"),
        ("Stop-BatchFlowInstance -PassThru -Wait", "Cancel Flow Instance", "($ids | Start-BatchFlow)", "'1-1'"),
        ("New-BatchFlowDirectory", "Create Directory", "(1..6 | ForEach-Object { \"d$_\" })", "'archive'"),
        ("Import-BatchFlow -Directory archive", "Import Flow", "$definitions", "$taken"),
        ("Invoke-BatchFlowApi flows disable", "Disable Flow",
            "($ids | ForEach-Object { @{ flowId = $_ } })",
            "@{ flowId = 999999 }"),
    ];

    public static IEnumerable<TheoryDataRow<int, int>> CasesAndLatencies() =>
        from number in Enumerable.Range(0, Cases.Length)
        from latency in Enumerable.Range(0, 2).Select(i => i * 20)
        select new TheoryDataRow<int, int>(number, latency);

    /// <summary>Those that write what they changed.</summary>
    public static IEnumerable<TheoryDataRow<int, int>> CasesWithResults() =>
        CasesAndLatencies().Where(row => Cases[row.Data.Item1].Command.Split('-')[0] is not ("Remove" or "Invoke"));

    [Theory]
    [MemberData(nameof(CasesAndLatencies))]
    public void An_error_that_ends_the_command_leaves_undone_what_follows(int number, int latency)
    {
        var one = Cases[number];
        using var engine = Start(one, latency);

        var result = engine.Run($"@($items[0]) + @({one.Bad}) + $items[1..5] | {one.Command} -ErrorAction Stop");

        Assert.NotEmpty(result.Errors);
        Assert.Equal(1, Made(engine, one, hasBad: true));
    }

    [Theory]
    [MemberData(nameof(CasesWithResults))]
    public void A_later_command_that_wants_no_more_leaves_undone_what_follows(int number, int latency)
    {
        var one = Cases[number];
        using var engine = Start(one, latency);

        var result = engine.Run(TakeOnly(2, $"$items | {one.Command}"));

        Assert.Equal((2, 0), (result.Output.Count, result.Errors.Count));
        Assert.Equal(2, Made(engine, one, hasBad: false));
    }

    [Theory]
    [MemberData(nameof(CasesAndLatencies))]
    public void Of_several_at_once_all_that_were_made_are_told(int number, int latency)
    {
        var one = Cases[number];
        using var engine = Start(one, latency);

        var result = engine.Run(
            $"@({one.Bad}) + $items | {one.Command} -ThrottleLimit 4 -ErrorAction Stop");

        Assert.NotEmpty(result.Errors);
        Assert.Equal(Made(engine, one, hasBad: true), Told(result));
        Assert.DoesNotContain(result.Messages, message => message.Contains("flowId", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(CasesWithResults))]
    public void Of_several_at_once_all_that_were_made_are_told_when_nobody_wants_them(int number, int latency)
    {
        var one = Cases[number];
        using var engine = Start(one, latency);

        var result = engine.Run(TakeOnly(1, $"$items | {one.Command} -ThrottleLimit 4"));

        Assert.Equal(Made(engine, one, hasBad: false), result.Output.Count + Told(result));
    }

    /// <summary>An engine with items, and counters at zero.</summary>
    private static Engine Start((string Command, string Operation, string Items, string Bad) one, int latency)
    {
        var engine = Engine.WithSandbox(retries: 0);
        var result = engine.Run(
            "$source = Export-BatchFlow 3006",
            $"$names = 1..{Items} | ForEach-Object {{ \"n$_\" }}",
            "$ids = $names | ForEach-Object { Import-BatchFlow -InputObject $source -Directory billing -Name $_ } | "
                + "ForEach-Object FlowId",
            "$definitions = $ids | Export-BatchFlow | ForEach-Object { $_.FlowName += '_copy'; $_ }",
            "$taken = Export-BatchFlow 3006",
            $"$items = @({one.Items})",
            "$sandbox.Service.ResetCounters()",
            $"@({one.Bad}) | {one.Command} -ErrorAction Ignore",
            $"$ofBad = [int]$sandbox.Service.CallCounts['{one.Operation}']; $sandbox.Service.ResetCounters()",
            $"Set-BatchFlowSandbox -LatencyMilliseconds {latency}");
        Assert.Empty(result.Errors);
        return engine;
    }

    /// <summary>As Select-Object -First does, which the engine lacks without the shell.</summary>
    private static string TakeOnly(int count, string pipeline) =>
        $"$n = 0; foreach ($once in 1) {{ {pipeline} | ForEach-Object {{ $_; if (++$n -eq {count}) "
            + "{ break } } }";

    /// <summary>How many changes the service has made, which counts those that it refuses, too.</summary>
    private static int Made(
        Engine engine, (string Command, string Operation, string Items, string Bad) one, bool hasBad)
    {
        var refused = hasBad ? "$ofBad" : "0";
        var made = engine.Run($"$sandbox.Service.CallCounts['{one.Operation}'] - {refused}");
        return int.Parse(made.Texts.Single(), provider: null);
    }

    /// <summary>How many changes the last words of a command call done.</summary>
    private static int Told(Result result) => result.Messages.Select(message => Done().Match(message))
        .FirstOrDefault(match => match.Success)?.Groups[1].Value.Split(", ").Length ?? 0;

    [GeneratedRegex("The command ended early\\. Done: ([^.]*)\\.")]
    private static partial Regex Done();
}
