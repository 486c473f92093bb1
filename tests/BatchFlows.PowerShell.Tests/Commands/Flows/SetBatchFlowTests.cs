using System;
using System.Linq;

namespace BatchFlows.PowerShell.Tests;

public class SetBatchFlowTests
{
    [Theory]
    [InlineData("-NewName n", "FlowName", "n")]
    [InlineData("-Cron '0 0 5 * * ? *'", "Cron", "0 0 5 * * ? *")]
    [InlineData("-Cycle mi", "Cycle", "mi")]
    [InlineData("-Cron '0 0/15 2-4 ? JAN,mar MON#2'", "Cron", "0 0/15 2-4 ? JAN,mar MON#2")]
    [InlineData("-Cycle M", "Cycle", "M")]
    [InlineData("-Cycle w", "Cycle", "W")]
    [InlineData("-Cycle MI", "Cycle", "mi")]
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
            "$flow.PSObject.Properties | Where-Object Name -notin Graph, UpdateTime, UpdateUser, Schedule, NextRun "
                + "| ForEach-Object { '{0}={1}' -f $_.Name, [System.Convert]::ToString($_.Value) }";

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
                + "region: '${sub_task_key}' -> 'north' (connection 'sandbox')", shown.Trim());
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
    public void A_name_that_another_flow_has_is_an_error_that_names_it()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run("Set-BatchFlow 3001 -NewName nFlow", "(Get-BatchFlow 3001).FlowName");

        Assert.StartsWith("FlowExists,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith(
            "The flow 2924 'nFlow' already exists.", result.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(["etl_meter_readings"], result.Texts);
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
    [InlineData("Set-BatchFlow 3001 -Cycle m", "ParameterArgumentValidationError")]
    [InlineData("Set-BatchFlow 3001 -Cycle x", "ParameterArgumentValidationError")]
    [InlineData("Set-BatchFlow 3001 -Cron nonsense", "ParameterArgumentTransformationError")]
    [InlineData("Set-BatchFlow 3001 -Cron '0 2 * * *'", "ParameterArgumentTransformationError")]
    [InlineData("Set-BatchFlow 3001 -Cron '0 30 2 * * ? * *'", "ParameterArgumentTransformationError")]
    [InlineData("Set-BatchFlow 3001 -Cron '0 30 2 * * $ *'", "ParameterArgumentTransformationError")]
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

    [Theory]
    [InlineData("-Cycle D")]
    [InlineData("-Cron '0 30 2 * * ? *' -Cycle D -Type Periodic -Parameter @{ batch_size = 5000 }")]
    [InlineData("-Owner $flow.Owners -Visitor $flow.Visitors -Description $flow.Description")]
    [InlineData("-StartTime $flow.StartTime -AlertMode $flow.AlertMode -NewName $flow.Name")]
    public void A_flow_that_has_the_settings_already_is_not_saved(string parameters)
    {
        using var engine = Engine.WithSandbox();
        engine.Run("$null = Set-BatchFlow 3001 -Cron '0 30 2 * * ? *'; $flow = Get-BatchFlow 3001");

        foreach (var flow in new[] { "3001", "$flow" })
        {
            var result = engine.Run("$sandbox.Service.ResetCounters()",
                $"(Set-BatchFlow {flow} {parameters} -PassThru -Verbose).FlowName",
                $"{flow} | Set-BatchFlow {parameters} -WhatIf; {flow} | Set-BatchFlow {parameters}",
                "[int]$sandbox.Service.CallCounts['Save Flow'] + $sandbox.Service.CallCounts['Load Flow For Edit']");

            Assert.Empty(result.Errors);
            Assert.Equal(["etl_meter_readings", "0"], result.Texts);
            Assert.Contains(
                "Flow 3001 'etl_meter_readings' has these settings already, so nothing was saved.", result.Messages);
        }
    }

    [Fact]
    public void A_flow_at_hand_that_is_behind_is_not_taken_for_the_flow_itself()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run("$flow = Get-BatchFlow 3001; Set-BatchFlow 3001 -Cycle H",
            "$flow | Set-BatchFlow -Cycle D");

        Assert.StartsWith("FlowChangedMeanwhile,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@{ b = 9 }", "Parameter b: '3' -> '9'",
        """[{"key":"a","value":1,"type":"int"},{"value":"2","key":"a"},{"note":"n","key":"b","value":"9"}]""")]
    [InlineData("@{ a = 2 }", "Parameter a: '1' -> '2'",
        """[{"key":"a","value":"2","type":"int"},{"value":"2","key":"a"},{"note":"n","key":"b","value":"3"}]""")]
    [InlineData("@{ a = 1; c = '' }", "Parameter a: '2' -> '1', Parameter c: '' -> ''",
        """[{"key":"a","value":1,"type":"int"},{"value":"1","key":"a"},{"note":"n","key":"b","value":"3"},{"key":"c","value":""}]""")]
    public void A_parameter_keeps_its_other_fields_and_each_of_a_doubled_key_is_told_apart(
        string set, string told, string saved)
    {
        using var engine = Engine.WithSandbox();
        Assert.Empty(engine.Run(
            """
            $parameters = '[{"key":"a","value":1,"type":"int"},{"value":"2","key":"a"},{"note":"n","key":"b","value":"3"}]'
            $sandbox.Service.PutFlow(7, ('{"name":"n","type":1,"cycle":"D","cron":"0 0 0 * * ? *","tasks":[],"parameters":' + "'" + $parameters.Replace('"', '\"') + "'}").Replace("'", '"'))
            """).Errors);

        var shown = engine.Show($"Set-BatchFlow 7 -Parameter {set} -WhatIf");
        var result = engine.Run(
            $"Set-BatchFlow 7 -Parameter {set}",
            "(Export-BatchFlow 7).ToJson() -replace '.*\"parameters\":\"(.*?[^\\\\])\".*', '$1'");

        Assert.Empty(result.Errors);
        Assert.EndsWith(told + " (connection 'sandbox')", shown.Trim(), StringComparison.Ordinal);
        Assert.Equal([saved], result.Texts.Select(text => text.Replace("\\\"", "\"", StringComparison.Ordinal)));
    }
}
