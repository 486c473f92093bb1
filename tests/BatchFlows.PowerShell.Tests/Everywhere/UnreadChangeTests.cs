using System;
using System.Linq;

namespace BatchFlows.PowerShell.Tests;

/// <summary>
/// A change that was made and whose result cannot be read is made: scripts must not take it for failed and repeat it.
/// </summary>
public class UnreadChangeTests
{
    [Theory]
    [InlineData("Disable-BatchFlow 3001 -PassThru", "Get Flow", "(Get-BatchFlow 3001).IsActive", "False")]
    [InlineData("Get-BatchFlow 3001 | Set-BatchFlow -Description new", null, "(Get-BatchFlow 3001).Description", "new")]
    [InlineData("Start-BatchFlow 3001 | ForEach-Object FlowId", "Get Flow Instance",
        "@(Get-BatchFlowInstance -FlowId 3001 -Status Running, Success).Count -gt 0", "True")]
    [InlineData("$run | Stop-BatchFlowInstance -PassThru", "Get Flow Instance", "($run | Get-BatchFlowInstance).Status",
        "Cancel")]
    public void A_change_whose_result_cannot_be_read_is_no_error(
        string change, string? unread, string look, string expected)
    {
        using var engine = Engine.WithSandbox(retries: 0);
        engine.Run("$run = Start-BatchFlow 3002");
        if (unread is not null) engine.Run($"Set-BatchFlowSandbox -Fault BadGateway -Operation '{unread}'");

        var result = engine.Run(change);

        Assert.Empty(result.Errors);
        if (unread is not null && !change.StartsWith("Start", StringComparison.Ordinal))
            Assert.Contains(
                result.Messages, message => message.Contains("could not be read after that", StringComparison.Ordinal));
        Assert.Equal(expected, engine.Run(look).Texts.Single());
    }

    [Theory]
    [InlineData("Remove-BatchFlow 3006", "Get-BatchFlow", "-not (Get-BatchFlow -Name migrate_legacy_tariffs)")]
    [InlineData(
        "$definition | Import-BatchFlow -Name twice -Directory /", "Get-BatchFlow", "Get-BatchFlow -Name twice")]
    [InlineData("Get-BatchFlow 3001 | Set-BatchFlow -Description new", "Get-BatchFlow",
        "(Get-BatchFlow 3001).Description -eq 'new'")]
    public void A_change_that_was_refused_after_it_was_made_is_no_failed_one(string change, string check, string look)
    {
        foreach (var fault in new[] { "TooManyRequests", "ServiceUnavailable", "Unauthorized", "ExpiredToken" })
        {
            using var engine = Engine.WithSandbox(retries: 1);
            engine.Run("$definition = Export-BatchFlow 3002", "Set-BatchFlowSandbox -TaskSeconds 60");
            foreach (var operation in new[] { "Delete", "Import", "Save" })
                engine.Run($"Set-BatchFlowSandbox -Fault Late{fault} -Operation '{operation} Flow'");

            var error = engine.Run($"{change} -Confirm:$false").Error;

            Assert.StartsWith("OutcomeUnknown,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains($"see with {check} whether", error.Exception.Message, StringComparison.Ordinal);
            Assert.True(engine.Run($"[bool]({look})").Output.Single().BaseObject is true, $"{fault}: {change}");
        }
    }

    [Theory]
    [InlineData("New-BatchFlowDirectory made", "Create Directory", "@(Get-BatchFlowDirectory -Path made).Count", "1")]
    [InlineData("Start-BatchFlow 3001", "Trigger Flow",
        "@(Get-BatchFlowInstance -FlowId 3001 -Status Running).Count", "1")]
    public void A_change_that_was_refused_after_it_was_made_and_can_be_found_is_made(
        string change, string operation, string look, string expected)
    {
        foreach (var fault in new[] { "TooManyRequests", "ServiceUnavailable", "Unauthorized", "ExpiredToken" })
        {
            using var engine = Engine.WithSandbox(retries: 1);
            engine.Run($"Set-BatchFlowSandbox -TaskSeconds 60 -Fault Late{fault} -Operation '{operation}'");

            Assert.Single(engine.Run(change).Output);
            Assert.Equal(expected, engine.Run(look).Texts.Single());
        }
    }

    [Fact]
    public void A_run_that_was_there_before_is_not_taken_for_a_start_that_was_lost()
    {
        using var engine = Engine.WithSandbox(retries: 0);

        var result = engine.Run(
            "$old = @(Get-BatchFlowInstance -FlowId 3001)[0]",
            "Set-BatchFlowSandbox -Fault DropBefore -Operation 'Trigger Flow'",
            "Start-BatchFlow 3001 -TriggerTime ([datetimeoffset]$old.TriggerTime)");

        Assert.Empty(result.Output);
        Assert.Equal("OutcomeUnknown,BatchFlows.Commands.StartBatchFlowCommand", result.Error.FullyQualifiedErrorId);
    }
}
