using System;
using System.Linq;

namespace BatchFlows.PowerShell.Tests;

public class SetBatchFlowTests
{
    [Theory]
    [InlineData("-NewName n", "FlowName", "n")]
    [InlineData("-Cron '0 0 5 * * ? *'", "Cron", "0 0 5 * * ? *")]
    [InlineData("-Cycle mi", "Cycle", "mi")]
    [InlineData("-Cycle M", "Cycle", "M")]
    [InlineData("-Type Manual", "Type", "Manual")]
    [InlineData("-AlertMode Off", "AlertMode", "Off")]
    [InlineData("-AlertMode Email, Sms", "AlertMode", "Email, Sms")]
    [InlineData("-Submitter s", "Submitter", "s")]
    [InlineData("-Owner a, b", "Owners", "a; b")]
    [InlineData("-Visitor c", "Visitors", "c")]
    [InlineData("-Visitor @()", "Visitors", "")]
    [InlineData("-StartTime '2026-02-03 10:00'", "StartTime", "2026-02-03")]
    [InlineData("-Parameter @{ region = 'north'; more = 1 }", "Parameters",
        "cal_dt=${cal_dt}, region=north, batch_size=5000, more=1")]
    [InlineData("-Description ''", "Description", "")]
    public void A_given_setting_is_changed_and_no_other(string parameter, string property, string value)
    {
        using var engine = Engine.WithSandbox();
        const string settings =
            "$flow.PSObject.Properties | Where-Object Name -notin Graph, UpdateTime, UpdateUser, Name | ForEach-Object "
                + "{ '{0}={1}' -f $_.Name, [System.Convert]::ToString($_.Value) }";

        var before = engine.Run($"$flow = Get-BatchFlow 3001; {settings}").Texts.ToList();
        var result = engine.Run($"$flow = Set-BatchFlow 3001 {parameter} -PassThru; {settings}");

        Assert.Empty(result.Errors);
        Assert.Empty(result.Messages);
        Assert.Equal(
            before.Select(line => line.StartsWith(property + "=", StringComparison.Ordinal)
                ? $"{property}={value}"
                : line), result.Texts);
    }

    [Fact]
    public void A_queue_is_changed_though_reading_a_flow_does_not_tell_it()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "Set-BatchFlow 3001 -Queue q", "(Invoke-BatchFlowApi flows loadForEdit -Query @{ flowId = 3001 }).queue");

        Assert.Empty(result.Errors);
        Assert.Equal(["q"], result.Texts);
    }

    [Theory]
    [InlineData("3001")]
    [InlineData("(Get-BatchFlow 3001)")]
    public void What_would_be_changed_is_shown_before_and_after(string flow)
    {
        using var engine = Engine.WithSandbox();
        engine.Run($"$flow = {flow}; $sandbox.Service.ResetCounters()");

        var shown = engine.Show(
            "$flow | Set-BatchFlow -Cycle H -Queue q -Description 'Readings of all smart meters of the day before' "
                + "-Parameter @{ region = 'north' } -WhatIf");

        Assert.Equal(
            "What if: Change flow 3001 'etl_meter_readings': Cycle: 'D' -> 'H', Queue: '(not told)' -> 'q', Parameter "
                + "region: '${sub_task_key}' -> 'north'", shown.Trim());
        Assert.Equal(
            [flow == "3001" ? "Get Flow" : "", "D"],
            engine.Run(
                "$sandbox.Service.CallCounts.Keys.Where({ $_ -ne 'Get Timezone' }) -join ' '; (Get-BatchFlow "
                    + "3001).Cycle").Texts);
    }

    [Fact]
    public void Many_flows_are_changed_in_order_and_a_refusal_is_one_error()
    {
        using var engine = Engine.WithSandbox();
        engine.Run("$sandbox.Service.AddFlows(50); $sandbox.Service.LockFlow((Get-BatchFlow load_00007).FlowId)");

        var result = engine.Run("(Get-BatchFlow load_* | Set-BatchFlow -Cycle H -PassThru).FlowName",
            "@(Get-BatchFlow load_* -Detailed | Where-Object Cycle -eq H).Count");

        Assert.StartsWith("AccountLocked,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(
            [.. Enumerable.Range(1, 50).Where(n => n != 7).Select(n => $"load_{n:00000}"), "49"], result.Texts);
    }

    [Fact]
    public void Each_flow_is_changed_through_the_connection_it_came_from()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "Connect-BatchFlow -Sandbox -Name other; $flows = foreach ($name in 'sandbox', 'other') { Get-BatchFlow "
                + "etl* -Connection $name }",
            "($flows | Set-BatchFlow -Cycle H -PassThru).ConnectionName");

        Assert.Empty(result.Errors);
        Assert.Equal(["sandbox", "other"], result.Texts);
    }

    [Theory]
    [InlineData("Set-BatchFlow 3001", "RequestInvalid")]
    [InlineData("Set-BatchFlow 3001 -PassThru", "RequestInvalid")]
    [InlineData("Set-BatchFlow 3001 -Cycle d", "ParameterArgumentValidationError")]
    [InlineData("Set-BatchFlow 3001 -Cycle MI", "ParameterArgumentValidationError")]
    [InlineData("Set-BatchFlow 3001 -Owner @()", "ParameterArgumentValidationError")]
    public void What_is_no_change_is_refused_before_anything_is_sent(string script, string id)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(script, "$sandbox.RequestCount");

        Assert.StartsWith(id + ",", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(["0"], result.Texts);
    }

    [Fact]
    public void A_lost_answer_is_told_and_nothing_is_sent_again()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "$sandbox.Service.InjectFault('DropAfter', 1, 'Save Flow')",
            "Set-BatchFlow 3001 -Cycle H",
            "$sandbox.Service.CallCounts['Save Flow']");

        Assert.StartsWith("OutcomeUnknown,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(["1"], result.Texts);
    }
}
