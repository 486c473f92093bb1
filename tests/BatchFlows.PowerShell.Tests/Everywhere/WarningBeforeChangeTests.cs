using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.PowerShell.Tests;

/// <summary>
/// A warning about a change comes before the change is sent, so that -WarningAction Stop prevents it.
/// </summary>
public class WarningBeforeChangeTests
{
    [Theory]
    [InlineData("3001 | Start-BatchFlow -Force -Parameter @{ nope = 1 }")]
    [InlineData("3001, 3002, 3003 | Start-BatchFlow -Force -Parameter @{ nope = 1 }")]
    [InlineData("3001, 3002, 3003 | Start-BatchFlow -Force -Parameter @{ nope = 1 } -ThrottleLimit 3")]
    [InlineData("3001, 3002 | Start-BatchFlow -BusinessDate 2999-01-01")]
    [InlineData("3001 | Start-BatchFlow -FromTask load_readings -ThrottleLimit 2")]
    public void Nothing_is_started_that_is_warned_of(string command)
    {
        using var engine = Engine.WithSandbox();
        engine.Run("(Get-BatchFlowSandbox).Service.ResetCounters()");

        var result = engine.Run($"{command} -WarningAction Stop");

        Assert.Empty(result.Output);
        Assert.NotEmpty(result.Errors);
        Assert.Single(result.Messages);
        Assert.Equal("0", engine.Run("""
            $counts = (Get-BatchFlowSandbox).Service.CallCounts
            @($counts.Keys -match 'Trigger').Count
            """).Texts.Single());
    }

    [Theory]
    [InlineData(
        "Start-BatchFlow 3001 -Parameter @{ regin = 1 } -Force -WhatIf", "no parameter regin. * Did you mean region?*")]
    [InlineData("3001 | Start-BatchFlow -Parameter @{ regin = 1 } -Force -Confirm", "no parameter regin. *")]
    [InlineData("3001 | Start-BatchFlow -FromTask check_readings -WhatIf", "does not run drop_staging_files: *")]
    [InlineData(
        "Start-BatchFlow etl_meter_readings -BusinessDate 2999-01-01 -WhatIf", "* its business date is not over*")]
    public void What_if_and_a_question_are_preceded_by_the_warning(string command, string warning)
    {
        using var engine = Engine.WithSandbox();
        engine.Answer = 2; // no
        engine.Run("(Get-BatchFlowSandbox).Service.ResetCounters()");

        var result = engine.Run(command, "@((Get-BatchFlowSandbox).Service.CallCounts.Keys -match 'Trigger').Count");

        Assert.Empty(result.Errors);
        Assert.Equal(["0"], result.Texts);
        Assert.Matches(
            ".*" + System.Text.RegularExpressions.Regex.Escape(warning)
                .Replace("\\*", ".*", System.StringComparison.Ordinal),
            Assert.Single(result.Messages));
    }

    [Theory]
    [InlineData("Disable-BatchFlow 3003 -WhatIf")]
    [InlineData("Remove-BatchFlow forecast_demand -WhatIf")]
    [InlineData("Disable-BatchFlow 3003 -Confirm")]
    [InlineData("Remove-BatchFlow 3003")]
    public void Who_feels_a_change_first_is_told_before_it(string command)
    {
        using var engine = Engine.WithSandbox();
        engine.Answer = 2; // no

        var result = engine.Run(command);

        Assert.Empty(result.Errors);
        Assert.Matches(
            @"1 flow waits for flow 3003 'forecast_demand'\. 3004 '\.\./reports/CON:weekly' feels it first: \d{4}-\d\d-\d\d 06:\d\d \+08:00\.$",
            Assert.Single(Told(result)));
    }

    [Theory]
    [InlineData("Disable-BatchFlow 3003")]
    [InlineData("Disable-BatchFlow 3003 -Force -Confirm:$false")]
    [InlineData(
        "Remove-BatchFlow 3003 -Confirm:$false -ErrorAction Ignore",
        "8")] // to name the flows for which the service refuses it
    [InlineData("Remove-BatchFlow 3006 -Force")]
    public void Who_feels_a_change_is_not_searched_for_nobody(string command, string reads = "0")
    {
        using var engine = Engine.WithSandbox();
        engine.Run("(Get-BatchFlowSandbox).Service.ResetCounters()");

        var result = engine.Run(command, "0 + (Get-BatchFlowSandbox).Service.CallCounts['Export Flow']");

        Assert.Empty(Told(result));
        Assert.Equal([reads], result.Texts);
    }

    [Fact]
    public void All_definitions_are_read_once_for_all_questions()
    {
        using var engine = Engine.WithSandbox();
        engine.Run("(Get-BatchFlowSandbox).Service.ResetCounters()");

        var result = engine.Run(
            "Get-BatchFlow | Disable-BatchFlow -WhatIf", "(Get-BatchFlowSandbox).Service.CallCounts['Export Flow']");

        Assert.Equal(["7"], result.Texts);
        Assert.Equal(3, Told(result).Count());
    }

    [Fact]
    public void Too_many_flows_are_not_searched()
    {
        using var engine = Engine.WithSandbox();
        engine.Run("$sandbox.Service.AddFlows(500); (Get-BatchFlowSandbox).Service.ResetCounters()");

        var result = engine.Run(
            "Disable-BatchFlow 3001 -WhatIf", "0 + (Get-BatchFlowSandbox).Service.CallCounts['Export Flow']");

        Assert.Equal(["0"], result.Texts);
        Assert.Empty(Told(result));
    }

    /// <summary>A slow machine shows progress too.</summary>
    private static IEnumerable<string> Told(Result result) =>
        result.Messages.Where(message => message.Contains("for flow", System.StringComparison.Ordinal));

    [Fact]
    public void A_warning_that_was_given_before_a_question_is_not_given_again_after_it()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run("$null = Start-BatchFlow 3001 -Parameter @{ regin = 1 } -Force -Confirm");

        Assert.Empty(result.Errors);
        Assert.Single(result.Messages);
        Assert.Single(engine.Questions);
    }

    [Fact]
    public void No_key_is_sent_over_a_connection_that_is_warned_of()
    {
        using var engine = Engine.WithSandbox();
        engine.Run("(Get-BatchFlowSandbox).Service.ResetCounters()");

        var result = engine.Run(
            "Get-BatchFlowSandbox | Connect-BatchFlow -Name other -SkipCertificateCheck -WarningAction Stop");

        Assert.NotEmpty(result.Errors);
        Assert.Equal("0", engine.Run("(Get-BatchFlowSandbox).Service.TokenRequestCount").Texts.Single());
    }
}
