using System;

namespace BatchFlows.PowerShell.Tests;

/// <summary>An unknown name says what is near, from what was read anyway, and what else the name may be.</summary>
public class NearNameTests
{
    [Theory]
    [InlineData("Get-BatchFlow etl_meter_reading", "Did you mean etl_meter_readings?")]
    [InlineData("$null = Get-BatchFlow etl_meter_raedings, nFlow", "Did you mean etl_meter_readings?")]
    [InlineData("Get-BatchFlow -Path enrgy", "Did you mean energy?")]
    [InlineData("Get-BatchFlowConnection sandbx", "Did you mean sandbox?")]
    [InlineData("Export-BatchFlow 3001 -Connection SANDBOXX", "Did you mean sandbox?")]
    [InlineData("Get-BatchFlowTask 3001 -Name fetch_reading", "Did you mean fetch_readings?")]
    [InlineData("Start-BatchFlow 3001 -FromTask fetch_reading -WhatIf", "Did you mean fetch_readings?")]
    [InlineData("Get-BatchFlowInstance -Name etl_meter_raedings", "Did you mean etl_meter_readings?")]
    public void A_name_that_is_nearly_right_is_asked_about(string script, string question)
    {
        using var engine = Engine.WithSandbox();

        Assert.Contains(question, engine.Run(script).Error.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-BatchFlow qqqqqqqq, wwwwwwww")]
    [InlineData("Get-BatchFlow -Path qqqqqq")]
    [InlineData("Export-BatchFlow 3001 -Connection other")]
    public void A_name_that_is_like_no_other_is_not_asked_about(string script)
    {
        using var engine = Engine.WithSandbox();

        var errors = engine.Run(script).Errors;

        Assert.NotEmpty(errors);
        Assert.All(
            errors,
            error => Assert.DoesNotContain("Did you mean", error.Exception.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Get-BatchFlowTaskInstance $run")]
    [InlineData("Get-BatchFlowTaskLog $run")]
    public void The_ID_of_a_flow_s_run_is_told_from_that_of_a_task_s_run(string script)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run("$run = (Get-BatchFlowInstance)[0].FlowInstanceId; $run", script);

        var run = Assert.Single(result.Texts);
        Assert.Contains(
            $"Get-BatchFlowTaskInstance -FlowInstanceId {run}.", result.Error.Exception.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Export-BatchFlow 3001")]
    [InlineData("Export-BatchFlow 3001 -Connection prod")]
    public void Without_a_connection_a_parallel_script_is_told_how_to_take_one_along(string script)
    {
        using var other = Engine.WithSandbox();
        using var engine = new Engine();

        Assert.Contains(
            "-Connection $using:connection", engine.Run(script).Error.Exception.Message, StringComparison.Ordinal);
    }
}
