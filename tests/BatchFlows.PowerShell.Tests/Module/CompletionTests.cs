using System;
using System.Diagnostics;
using System.Linq;
using System.Threading;

namespace BatchFlows.PowerShell.Tests;

/// <summary>What the Tab key offers from the service.</summary>
public class CompletionTests
{
    [Theory]
    [InlineData("Get-BatchFlow -Path en", "energy", "energy/meters", "energy/forecast")]
    [InlineData("Get-BatchFlowDirectory 'energy/m", "energy/meters")]
    [InlineData("Import-BatchFlow x.json -Directory bil", "billing")]
    [InlineData("New-BatchFlowDirectory arch", "archive")]
    [InlineData("Get-BatchFlow -Name etl_", "etl_meter_readings")]
    [InlineData("Get-BatchFlow -Name etl_ -Connection sandbox", "etl_meter_readings")]
    [InlineData("Get-BatchFlow -Name METER", "etl_meter_readings")]
    [InlineData("Export-BatchFlow met", "3001")]
    [InlineData("Export-BatchFlow 'met", "3001")]
    [InlineData("Export-BatchFlow 3001, fore", "3003")]
    [InlineData("Get-BatchFlow 29", "2924")]
    [InlineData("Set-BatchFlow 3001 -Owner jonas", "jonas.lindt")]
    [InlineData("Start-BatchFlow 3001 -FromTask check", "check_readings")]
    [InlineData("Get-BatchFlow 3001 | Start-BatchFlow -FromTask check", "check_readings")]
    [InlineData("Start-BatchFlow etl_meter_readings -Parameter batch", "@{ 'batch_size' = '5000' }")]
    public void Paths_and_names_are_completed(string typed, params string[] expected)
    {
        using var engine = Engine.WithSandbox();

        Assert.Equal(expected, CompleteSoon(engine, typed));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Connect-BatchFlow -Sandbox; Set-BatchFlowSandbox -Fault Unauthorized -Count 20")]
    public void Nothing_is_offered_and_nothing_fails_without_an_answer(string script)
    {
        using var engine = new Engine();
        Assert.Empty(engine.Run(script).Errors);

        Assert.Empty(Complete(engine, "Get-BatchFlow -Name etl_"));
    }

    [Fact]
    public void After_a_change_the_service_is_asked_anew()
    {
        using var engine = Engine.WithSandbox();
        Assert.Equal(["3006"], CompleteSoon(engine, "Export-BatchFlow 3006"));
        Assert.Empty(engine.Run("Remove-BatchFlow 3006 -Force; $sandbox.Service.ResetCounters()").Errors);

        Complete(engine, "Export-BatchFlow 3006"); // once: what is old after some seconds would be asked for anyway

        Assert.True(SpinWait.SpinUntil(
            () => engine.Run("$sandbox.RequestCount").Texts.Single() != "0", TimeSpan.FromSeconds(30)));
        Assert.True(SpinWait.SpinUntil(
            () => Complete(engine, "Export-BatchFlow 3006").Length == 0, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void A_gateway_that_hangs_holds_nobody_up_and_what_is_known_stays()
    {
        using var engine = Engine.WithSandbox();
        Assert.Equal(["etl_meter_readings"], CompleteSoon(engine, "Get-BatchFlow -Name met"));
        Assert.Empty(engine.Run(
            "Disable-BatchFlow 3001; $sandbox.Service.Latency = [timespan]::FromMinutes(5)").Errors);

        var watch = Stopwatch.StartNew();
        Assert.Equal(["etl_meter_readings"], Complete(engine, "Get-BatchFlow -Name met"));
        Assert.Equal(["etl_meter_readings"], Complete(engine, "Get-BatchFlow -Name mete"));

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(8), $"{watch.Elapsed}"); // on a busy machine
    }

    [Fact]
    public void Words_are_remembered_for_some_seconds()
    {
        using var engine = Engine.WithSandbox();
        CompleteSoon(engine, "Get-BatchFlow -Name met");
        Assert.Empty(engine.Run("$sandbox.Service.ResetCounters()").Errors);

        Complete(engine, "Get-BatchFlow -Name met");

        Assert.Equal(["0"], engine.Run("$sandbox.Service.RequestCount").Texts);
    }

    public static TheoryData<string> Texts =>
    [
        "plain", "a b", "it's", "a,b", "$x", "@x", "#x", "a#x", "-x", "1", "007", "1e5", "7d", "0x1F", "1.5", ".5",
        "a;b",
        "a|b", "a&b", "(a)", "{a}", "a`b", "\"a\"", "a\u2019b", "\u2013x", ">x", "2>x", "<x", "%x", "a=b", "a:b", "--%",
        "\u00e4", "a*", "?", "[x]", "~", "a/b.c", "x'y'z", "if", "2026-01-01T08:30", "a\tb", "\u201cx\u201d", "--", "!",
    ];

    /// <summary>Quotes stand where they are needed, and what is offered is exactly the name.</summary>
    [Theory]
    [MemberData(nameof(Texts))]
    public void What_is_offered_for_a_name_is_read_as_that_name(string name)
    {
        using var engine = Engine.WithSandbox();
        engine.Runspace.SessionStateProxy.SetVariable("name", name);
        Assert.Empty(engine.Run("$sandbox | Connect-BatchFlow -Name $name").Errors);

        var offered = engine.Run(
            "(TabExpansion2 'Export-BatchFlow -Connection ' 29).CompletionMatches | "
                + "Where-Object { $_.ListItemText -ne 'sandbox' -and $_.ToolTip -ne 'Profile' } | ForEach-Object { $_.CompletionText }").Texts;

        Assert.Equal(
            [name], engine.Run($"function Read-It {{ $args[0] }}; [string](Read-It {Assert.Single(offered)})").Texts);
    }

    /// <summary>The first press of the key may end before the service has answered.</summary>
    private static string[] CompleteSoon(Engine engine, string typed)
    {
        string[] found = [];
        SpinWait.SpinUntil(() => (found = Complete(engine, typed)).Length > 0, TimeSpan.FromSeconds(30));
        return found;
    }

    private static string[] Complete(Engine engine, string typed)
    {
        var cursor = typed.IndexOf(" -Connection", StringComparison.Ordinal) is > 0 and var at ? at : typed.Length;
        var line = typed.Replace("'", "''", StringComparison.Ordinal);
        var result = engine.Run($"(TabExpansion2 '{line}' {cursor}).CompletionMatches.CompletionText");
        Assert.Empty(result.Errors);
        return [.. result.Texts.Where(text => text.Length > 0)]; // of nothing, the engine takes a property all the same
    }
}
