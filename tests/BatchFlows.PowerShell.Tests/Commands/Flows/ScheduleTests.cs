using System.Linq;

namespace BatchFlows.PowerShell.Tests;

/// <summary>Enable-BatchFlow and Disable-BatchFlow.</summary>
public class ScheduleTests
{
    [Fact]
    public void Schedules_are_paused_and_started()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "Disable-BatchFlow 3001; (Get-BatchFlow 3001).IsActive",
            "3001, 3002 | Disable-BatchFlow -PassThru | ForEach-Object { $_.GetType().Name; $_.IsActive }",
            "Get-BatchFlow 3001 | Enable-BatchFlow; (Get-BatchFlow 3001).IsActive",
            "(Enable-BatchFlow 3006 -PassThru).IsActive");

        Assert.Empty(result.Errors);
        Assert.Equal(["False", "Flow", "False", "Flow", "False", "True", "True"], result.Texts);
    }

    [Fact]
    public void Everything_of_one_owner_is_paused_and_resumed()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "$flows = Get-BatchFlow -Owner anna.keller | Where-Object IsActive; $flows | Disable-BatchFlow",
            "@(Get-BatchFlow -Owner anna.keller | Where-Object IsActive).Count",
            "($flows | Enable-BatchFlow -PassThru | Where-Object IsActive).FlowId");

        Assert.Empty(result.Errors);
        Assert.Equal(["0", "3001", "3003", "3004"], result.Texts);
    }

    [Theory]
    [InlineData("Enable", "Start the schedule")]
    [InlineData("Disable", "Pause the schedule")]
    public void What_would_be_done_is_shown(string verb, string action)
    {
        using var engine = Engine.WithSandbox();

        Assert.Equal(
            $"What if: Performing the operation \"{action}\" on target "
                + "\"Flow 3001 'etl_meter_readings' (connection 'sandbox')\".",
            engine.Show($"{verb}-BatchFlow 3001 -PassThru -WhatIf -WarningAction Ignore").Trim());
        Assert.Equal(0, CommandSamples.Changes(engine));
    }

    [Theory]
    [InlineData("Enable")]
    [InlineData("Disable")]
    public void Failures_are_told_and_a_lost_answer_is_not_repeated(string verb)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            $"$sandbox.Service.LockFlow(3001); $sandbox.Service.InjectFault('DropAfter', 1, '{verb} Flow')",
            $"3002, 3001, 666, 3003 | {verb}-BatchFlow -ThrottleLimit 1",
            $"$sandbox.Service.CallCounts['{verb} Flow']; (Get-BatchFlow 3003).IsActive");

        Assert.Equal(["OutcomeUnknown", "AccountLocked", "FlowNotFound"],
            result.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
        Assert.Equal([3002L, 3001L, 666L], result.Errors.Select(error => error.TargetObject));
        Assert.Equal(["4", $"{verb == "Enable"}"], result.Texts);
    }
}
