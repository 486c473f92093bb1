using System;
using System.Linq;

namespace BatchFlows.PowerShell.Tests;

public class TestBatchFlowConnectionTests
{
    [Fact]
    public void All_is_well_in_the_sandbox()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "Test-BatchFlowConnection | ForEach-Object { \"$_\" }", "Test-BatchFlowConnection -Quiet",
            "(Get-BatchFlowConnection | Test-BatchFlowConnection)[0].ConnectionName");

        Assert.Empty(result.Errors);
        Assert.Equal(
            ["Address: Passed", "TLS: Passed", "Clock: Passed", "Key: Passed", "Signature: Passed",
                "User and organisation: Passed", "Rights: Passed", "Time zone: Passed", "True", "sandbox"],
            result.Texts);
    }

    [Theory]
    [InlineData("Stop-BatchFlowSandbox", "Address")]
    [InlineData("Set-BatchFlowSandbox -ClockSkewSeconds 100000 -ExpireTokens", "Clock,Signature")]
    [InlineData("$sandbox.Service.InjectTokenFault('Html', 9)", "Address")]
    [InlineData("Set-BatchFlowSandbox -Fault Unauthorized -Count 9", "Signature")]
    [InlineData("Set-BatchFlowSandbox -Fault ServiceFailed -Operation 'Get My Flow'", "User and organisation")]
    [InlineData("Set-BatchFlowSandbox -Fault ServiceFailed -Operation 'Search Flow'", "Rights")]
    [InlineData("Set-BatchFlowSandbox -Fault ServiceFailed -Operation 'Get Timezone'", "Time zone")]
    public void What_is_wrong_is_a_row_with_its_remedy_and_no_error(string fault, string failed)
    {
        using var engine = Engine.WithSandbox(retries: 0);
        engine.Run(fault);

        var result = engine.Run("Test-BatchFlowConnection");

        Assert.Empty(result.Errors);
        Assert.Equal(8, result.Output.Count);
        var rows = result.Output.Where(row => $"{row.Properties["Outcome"].Value}" == "Failed").ToList();
        Assert.Equal(failed.Split(','), rows.Select(row => $"{row.Properties["Check"].Value}"));
        Assert.All(rows, row => Assert.NotEmpty($"{row.Properties["Remedy"].Value}"));
    }

    [Theory]
    [InlineData("u15426865866005", "Rights")]
    [InlineData("u1", "User and organisation")]
    public void A_user_without_rights_is_another_thing_than_one_who_is_unknown(string userId, string failed)
    {
        using var engine = Engine.WithSandbox();
        engine.Run(
            $"Connect-BatchFlow $sandbox.Gateway $sandbox.OrganizationId {userId} -AccessKey "
                + "$sandbox.Service.AccessKey -SecretKey $sandbox.Service.SecretKey");

        var result = engine.Run(
            "Test-BatchFlowConnection | Where-Object Outcome -eq Failed | ForEach-Object Check; "
                + "Test-BatchFlowConnection -Quiet");

        Assert.Empty(result.Errors);
        Assert.Equal([failed, "False"], result.Texts);
    }

    [Theory]
    [InlineData("$null", "Key", "secret key")]
    [InlineData("Stop-BatchFlowSandbox", "Address", "address")]
    public void What_keeps_a_connection_from_being_made_is_found_when_its_token_is_skipped(
        string then, string failed, string remedy)
    {
        using var engine = new Engine();
        const string connect =
            "Connect-BatchFlow $sandbox.Gateway o1578468179 u15426865866571 $key -MaximumRetryCount 0";
        engine.Run(
            "$sandbox = Start-BatchFlowSandbox",
            "$key = [pscredential]::new($sandbox.Service.AccessKey, [System.Net.NetworkCredential]::new('', "
                + "'wrong').SecurePassword)",
            then);

        var hint = engine.Run(connect).Error.Remedy();
        var result = engine.Run(connect + " -SkipAuthentication",
            "Test-BatchFlowConnection | Where-Object Passed -eq $false | Where-Object Remedy");

        Assert.Contains(
            "Connect-BatchFlow with -SkipAuthentication, then Test-BatchFlowConnection", hint,
            StringComparison.Ordinal);
        Assert.Empty(result.Errors);
        var row = Assert.Single(result.Output);
        Assert.Equal((failed, "Failed"), ($"{row.Properties["Check"].Value}", $"{row.Properties["Outcome"].Value}"));
        Assert.Contains(remedy, $"{row.Properties["Remedy"].Value}", StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_connection_there_is_nothing_to_check()
    {
        using var engine = new Engine();

        Assert.StartsWith("NotConnected,", engine.Run("Test-BatchFlowConnection").Error.FullyQualifiedErrorId,
            StringComparison.Ordinal);
        Assert.Equal(["False"], engine.Run("Test-BatchFlowConnection -Quiet").Texts);
    }

    [Fact]
    public void It_only_reads_so_a_connection_for_reading_only_passes()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run("$sandbox | Connect-BatchFlow -ReadOnly",
            "Test-BatchFlowConnection -Quiet; (Test-BatchFlowConnection)[6].Result");

        Assert.Empty(result.Errors);
        Assert.Equal("True", result.Texts.First());
        Assert.Contains("The connection is read-only.", result.Texts.Last(), StringComparison.Ordinal);
    }
}
