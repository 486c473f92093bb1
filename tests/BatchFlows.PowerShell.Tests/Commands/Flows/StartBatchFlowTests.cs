using System;
using System.Linq;

namespace BatchFlows.PowerShell.Tests;

public class StartBatchFlowTests
{
    [Theory]
    [InlineData("Start-BatchFlow 3001")]
    [InlineData("3001 | Start-BatchFlow")]
    [InlineData("Get-BatchFlow etl_* | Start-BatchFlow")]
    [InlineData("Export-BatchFlow 3001 | Start-BatchFlow")]
    public void A_run_comes_at_once(string script)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            $"$run = {script}; $run.GetType().Name; $run.FlowId; $run.FlowName; $run.Status; $run.ConnectionName; "
                + "$run.FlowInstanceId -like '3001-*'");

        Assert.Empty(result.Errors);
        Assert.Equal(["FlowInstance", "3001", "etl_meter_readings", "Running", "sandbox", "True"], result.Texts);
    }

    [Fact]
    public void A_script_starts_a_run_with_a_parameter_and_waits_for_it()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "$sandbox.Service.Clock.Speed = 10000",
            "$run = Start-BatchFlow 3001 -Parameter @{ region = 'north' } -Wait; $?; $run.Status; "
                + "$run.Parameters['region']; $run.Parameters['batch_size']",
            "(Get-BatchFlow 3001).Parameters['region']");

        Assert.Empty(result.Errors);
        // Progress is seen when the first look comes before the end.
        Assert.DoesNotContain(result.Messages, message => !message.StartsWith("parent = ", StringComparison.Ordinal));
        Assert.Equal(["True", "Success", "north", "5000", "${sub_task_key}"], result.Texts);
    }

    [Fact]
    public void A_run_that_fails_is_written_and_is_an_error_with_the_failed_tasks()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            """$sandbox.Service.PutFlow(1, '{"name":"f","tasks":[{"name":"bad","cmd":"exit 3","successCode":"0"}]}'); $sandbox.Service.Clock.Speed = 10000""",
            "$run = Start-BatchFlow 1 -Wait; $?; $run.Status",
            "try { Start-BatchFlow 1 -TriggerTime '2026-01-01' -Wait -ErrorAction Stop } catch { "
                + "$_.Exception.Instance.FailedTasks.TaskName }");

        var error = result.Errors[0];
        Assert.Equal(("InstanceFailed,BatchFlows.Commands.StartBatchFlowCommand", 1L),
            (error.FullyQualifiedErrorId, error.TargetObject));
        Assert.Contains("bad (FAIL)", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(
            ["False", "Fail", "bad"], result.Texts.Where(text => !text.StartsWith("1-", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_run_that_does_not_end_in_time_is_written_and_is_an_error()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "$sandbox.Service.Clock.Speed = 0", "(Start-BatchFlow 3001 -Wait -TimeoutSeconds 1).Status");

        Assert.StartsWith("WaitTimedOut,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(["Init"], result.Texts); // the service's clock stands still
    }

    [Fact]
    public void A_run_that_is_waited_for_takes_no_place_of_the_limit()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "$sandbox.Service.Clock.Speed = 0",
            "Start-BatchFlow 3001, 3002, 3003 -Wait -TimeoutSeconds 1 -ThrottleLimit 2 -ErrorAction Ignore | "
                + "ForEach-Object { $sandbox.Service.CallCounts['Trigger Flow'] }");

        Assert.Equal(["3", "3", "3"], result.Texts);
    }

    [Fact]
    public void A_run_starts_from_a_task()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "$run = Start-BatchFlow 3003 -FromTask forecast; ($run.Graph.Tasks | ForEach-Object { '{0}={1}' -f "
                + "$_.TaskName, $_.StatusText }) -join ' '",
            "(Start-BatchFlow 3006 -FromTask ((Get-BatchFlow 3006).Graph.Tasks[1].TaskId)).Graph.Tasks[0].Status",
            "(Get-BatchFlow 3005).Graph.Tasks[0] | Start-BatchFlow -FromTask { $_.TaskName } | ForEach-Object FlowId");

        Assert.Empty(result.Errors);
        Assert.StartsWith("join_weather=SKIP forecast=R", result.Texts.First(), StringComparison.Ordinal);
        Assert.Equal(["Skip", "3005"], result.Texts.Skip(1));
    }

    [Fact]
    public void A_run_is_for_a_trigger_time_or_for_a_business_date()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "(Start-BatchFlow 3001 -TriggerTime '2026-01-02T03:04:05Z').FlowInstanceId",
            "'{0}' -f (Start-BatchFlow 3001 -BusinessDate 2025-11-11).BusinessDate",
            "'{0}' -f (Start-BatchFlow 3001 -BusinessDate ([datetime]'2025-11-12')).BusinessDate");

        Assert.Empty(result.Errors);
        Assert.Equal(["3001-20260102030400", "2025-11-11", "2025-11-12"], result.Texts);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-WhatIf")]
    public void What_the_flow_does_not_know_is_an_error_and_starts_nothing(string more)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            $"Start-BatchFlow 3001 -Parameter @{{ Regoin = 'north' }} {more}",
            "$sandbox.Service.CallCounts.ContainsKey('Update And Trigger Flow')");

        Assert.Equal(["False"], result.Texts);
        Assert.Equal(
            "Flow 3001 'etl_meter_readings' has no parameter Regoin. It has cal_dt, region, batch_size. Did you mean region? "
                + "Correct the name, or pass it all the same with -Force.", result.Error.Exception.Message);
    }

    [Fact]
    public void Tasks_that_do_not_run_are_named_before_and_after()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run("$run = Start-BatchFlow 3001 -FromTask load_readings; \"$($run.SkippedTasks)\"");

        Assert.Empty(result.Errors);
        Assert.Equal(["fetch_readings check_readings drop_staging_files"], result.Texts);
        Assert.Equal(
            ["Flow 3001 'etl_meter_readings' started from task 'load_readings' does not run drop_staging_files: the relations that "
                + "lead there have no Rerun (Get-BatchFlowRelation)."], result.Messages);
    }

    [Fact]
    public void What_the_flow_does_not_know_is_passed_and_warned_of_when_forced()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "(Start-BatchFlow 3001 -Parameter @{ Regoin = 'north' } -Force).Parameters['Regoin']");

        Assert.Equal(["north"], result.Texts);
        Assert.Equal(
            ["Flow 3001 'etl_meter_readings' has no parameter Regoin. It has cal_dt, region, batch_size. Did you mean "
                + "region? The service starts it with what was given."], result.Messages);
    }

    [Theory]
    [InlineData("Trigger Flow", "")]
    [InlineData("Trigger Flow From Task", "-FromTask fetch_readings")]
    [InlineData("Update And Trigger Flow", "-Parameter @{ region = 'north' }")]
    public void A_lost_answer_is_looked_into_and_the_run_started_once(string operation, string parameters)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            $"$sandbox.Service.InjectFault('DropAfter', 1, '{operation}')",
            $"$run = Start-BatchFlow 3001 {parameters} -Verbose; $run.FlowName; "
                + $"$sandbox.Service.CallCounts['{operation}']");

        Assert.Empty(result.Errors);
        Assert.Equal(["etl_meter_readings", "1"], result.Texts);
        Assert.Contains(result.Messages, message => message.EndsWith($" is there.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_run_that_nobody_knows_of_after_a_lost_answer_is_an_unknown_outcome()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run("$sandbox.Service.InjectFault('DropBefore', 1, 'Trigger Flow')", "Start-BatchFlow 3001",
            "$sandbox.Service.CallCounts['Trigger Flow']");

        Assert.Equal(("OutcomeUnknown,BatchFlows.Commands.StartBatchFlowCommand", 3001L),
            (result.Error.FullyQualifiedErrorId, result.Error.TargetObject));
        Assert.Contains("No run of flow 3001", result.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(["1"], result.Texts);
    }

    [Theory]
    [InlineData("Start-BatchFlow 666", "RequestInvalid")]
    [InlineData("$null = Start-BatchFlow 3001 -TriggerTime 2026-01-01; Start-BatchFlow 3001 -TriggerTime 2026-01-01",
        "RequestInvalid")]
    [InlineData("Start-BatchFlow 3001 -FromTask no_such", "TaskNotFound")]
    [InlineData("Start-BatchFlow 3001 -TriggerTime 2026-01-01 -BusinessDate 2026-01-01", "RequestInvalid")]
    [InlineData("Start-BatchFlow 3001 -FromTask fetch_readings -Parameter @{ a = 1 }", "AmbiguousParameterSet")]
    [InlineData("$sandbox.Service.PutFlow(1, '{\"name\":\"empty\"}'); Start-BatchFlow 1", "StateForbidsOperation")]
    public void What_cannot_be_started_is_an_error(string script, string id)
    {
        using var engine = Engine.WithSandbox();

        Assert.StartsWith(id + ",", engine.Run(script).Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Start")]
    [InlineData("-FromTask fetch_readings", "Start from task 'fetch_readings'")]
    [InlineData("-Parameter @{ region = 1 } -BusinessDate 2026-01-01 -Wait", "Start")]
    public void What_would_be_started_is_shown(string parameters, string action)
    {
        using var engine = Engine.WithSandbox();

        Assert.Equal(
            $"What if: Performing the operation \"{action}\" on target "
                + "\"Flow 3001 'etl_meter_readings' (connection 'sandbox')\".",
            engine.Show($"Start-BatchFlow 3001 {parameters} -WhatIf -WarningAction Ignore").Trim());
        Assert.Equal(0, CommandSamples.Changes(engine));
    }
}
