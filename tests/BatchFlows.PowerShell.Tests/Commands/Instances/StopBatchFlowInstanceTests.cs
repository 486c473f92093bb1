using System;
using System.Linq;

namespace BatchFlows.PowerShell.Tests;

public class StopBatchFlowInstanceTests
{
    private const string Calls = "[long]$sandbox.Service.CallCounts['Cancel Flow Instance']";

    [Fact]
    public void A_run_is_cancelled_and_nothing_written()
    {
        using var engine = Runs.Start();
        Runs.Put(engine, 7, "sleep 600");

        var result = engine.Run(
            "$id = run 7", "Stop-BatchFlowInstance $id", "(Get-BatchFlowInstance $id).Status", Calls);

        Assert.Empty(result.Errors);
        Assert.Equal(["Cancel", "1"], result.Texts);
    }

    [Fact]
    public void Under_WhatIf_nothing_is_cancelled_and_the_flow_is_named()
    {
        using var engine = Runs.Start();
        Runs.Put(engine, 7, "sleep 600");
        engine.Run("$id = run 7", "$sandbox.Service.ResetCounters()");

        var result = engine.Run("Stop-BatchFlowInstance $id -WhatIf -PassThru -Wait",
            "$sandbox.Service.CallCounts.Keys.Where({ $_ -ne 'Get Timezone' })");

        Assert.Equal(["Get Flow Instance"], result.Texts);
        Assert.Contains(
            $"\"Cancel\" on target \"Instance {engine.Run("$id").Texts.Single()} of flow 7 'f7' "
                + "(connection 'sandbox')\"",
            engine.Show("Stop-BatchFlowInstance $id -WhatIf"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-PassThru")]
    [InlineData("-PassThru -Wait")]
    public void The_runs_are_written_as_they_are_afterwards_in_the_order_given(string how)
    {
        using var engine = Runs.Start();
        Runs.Put(engine, 7, "sleep 600");
        Runs.Put(engine, 8, "sleep 600");

        var result = engine.Run("$ids = (run 8), (run 7)",
            $"$ids + 'none' | Stop-BatchFlowInstance {how} | ForEach-Object {{ $_.FlowId, $_.Status }}");

        Assert.Equal(["8", "Cancel", "7", "Cancel"], result.Texts);
        Assert.Equal(("InstanceNotFound,BatchFlows.Commands.StopBatchFlowInstanceCommand", "none"),
            (result.Error.FullyQualifiedErrorId, result.Error.TargetObject));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-PassThru")]
    [InlineData("-Wait")]
    public void A_run_that_had_ended_is_told_with_its_end_and_status(string how)
    {
        using var engine = Runs.Start();

        var result = engine.Run(
            "$run = Get-BatchFlowInstance -Status Fail ", $"$null = $run | Stop-BatchFlowInstance {how}",
            "$run.FlowInstanceId", "\"$($run.EndTime) ($($run.TimeZone))\"");

        Assert.Empty(result.Errors);
        Assert.Equal(
            $"The run {result.Texts.First()} of flow 3003 'forecast_demand' was not cancelled, because it had ended at "
                + $"{result.Texts.Last()} with the status Fail.",
            Assert.Single(result.Messages, message => message.StartsWith("The run", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_run_that_was_cancelled_is_not_warned_of_and_a_lost_look_at_it_is_not_told()
    {
        using var engine = Runs.Start(retries: 0);
        Runs.Put(engine, 7, "sleep 600");
        Runs.Put(engine, 8, "sleep 600");

        var result = engine.Run(
            "$ids = (run 7), (run 8)", "Stop-BatchFlowInstance $ids[0]",
            "$sandbox.Service.InjectFault('ServiceFailed', 1, 'Get Flow Instance')", "Stop-BatchFlowInstance $ids[1]");

        Assert.Empty(result.Errors);
        Assert.Empty(result.Messages);
    }

    [Fact]
    public void A_lost_answer_is_told_and_the_call_not_repeated()
    {
        using var engine = Runs.Start();

        var result = engine.Run(
            "$run = Get-BatchFlowInstance -Status Running",
            "$sandbox.Service.InjectFault('DropAfter', 1, 'Cancel Flow Instance')", "$run | Stop-BatchFlowInstance",
            Calls);

        Assert.StartsWith("OutcomeUnknown,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(["1"], result.Texts);
    }
}
