using System;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.PowerShell.Tests;

/// <summary>-Connection of every command: a change goes to the connection that is named, or nowhere.</summary>
public class ConnectionParameterTests
{
    private static readonly string[] Empty = ["$null", "$neverSet", "''"];

    public static IEnumerable<TheoryDataRow<CommandSample, string>> Samples() =>
        from sample in CommandSamples.All
        where sample.Changes.Length > 0
        from value in Empty
        select new TheoryDataRow<CommandSample, string>(sample, value);

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_change_with_an_empty_one_is_an_error_and_nothing_is_sent(CommandSample sample, string value)
    {
        using var engine = CommandSamples.Start();

        var result = engine.Run($"{sample.Script} -Connection {value}", "$sandbox.RequestCount");

        Assert.Contains("-Connection is empty", result.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal("0", result.Texts.Last());
    }

    [Theory]
    [InlineData("''")]
    [InlineData("$null")]
    public void A_change_of_an_object_from_elsewhere_goes_to_the_default_one(string name)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            $"[pscustomobject]@{{ FlowId = 3001; ConnectionName = {name} }} | Disable-BatchFlow -PassThru | "
                + "ForEach-Object IsActive");

        Assert.Empty(result.Errors);
        Assert.Equal(["False"], result.Texts);
    }

    [Fact]
    public void Closing_a_connection_without_a_name_does_not_close_the_default_one()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run("Disconnect-BatchFlow ''", "(Get-BatchFlowConnection).Name");

        Assert.StartsWith("NotConnected,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(["sandbox"], result.Texts);
    }

    [Theory]
    [InlineData("Get-BatchFlow 3001 -Connection $other")]
    [InlineData("Test-BatchFlowConnection -Connection $other")]
    [InlineData("Disconnect-BatchFlow -Connection $other")]
    public void A_connection_of_another_process_says_what_to_do(string script)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "$other = [System.Management.Automation.PSSerializer]::Deserialize("
                + "[System.Management.Automation.PSSerializer]::Serialize((Get-BatchFlowConnection)))",
            script);

        Assert.Contains("another process", result.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("Connect-BatchFlow", result.Error.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[version]'1.2'", "'1.2' is not a connection")]
    [InlineData("@{ Name = 'sandbox' }", "is not a connection")]
    [InlineData("(Get-BatchFlowConnection), 'sandbox'", "is not a connection")]
    public void What_is_no_connection_is_refused_in_the_words_of_the_module(string value, string message)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run($"Get-BatchFlow 3001 -Connection ({value})");

        Assert.Contains(message, result.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("Get-BatchFlowConnection", result.Error.Exception.Message, StringComparison.Ordinal);
    }
}
