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
