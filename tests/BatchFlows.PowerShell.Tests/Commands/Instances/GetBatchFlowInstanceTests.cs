using System;
using System.Linq;

namespace BatchFlows.PowerShell.Tests;

public class GetBatchFlowInstanceTests
{
    private const string Calls = "$sandbox.Service.CallCounts['List Flow Instances']";

    [Fact]
    public void Runs_come_by_id_in_the_order_given_and_one_that_is_missing_is_an_error()
    {
        using var engine = Runs.Start();

        var result = engine.Run(
            "$ids = (Get-BatchFlowInstance).FlowInstanceId",
            "$ids[2], 'none', $ids[0] | Get-BatchFlowInstance | ForEach-Object { [array]::IndexOf($ids, "
                + "$_.FlowInstanceId) }");

        Assert.Equal(["2", "0"], result.Texts);
        Assert.Equal(("InstanceNotFound,BatchFlows.Commands.GetBatchFlowInstanceCommand", "none"),
            (result.Error.FullyQualifiedErrorId, result.Error.TargetObject));
    }

    [Fact]
    public void Without_a_wish_the_runs_of_the_last_day_come_of_all_types_by_trigger_time()
    {
        using var engine = Runs.Start();
        Runs.Put(engine, 7, "echo hi");

        var result = engine.Run(
            "$new = run 7", "$runs = Get-BatchFlowInstance", "$runs.Count; $runs[1].FlowInstanceId -eq $new",
            "$runs[0].Status; $runs[0].TriggerTime.Instant.GetType().Name", Calls);

        Assert.Empty(result.Errors);
        Assert.Equal("11", result.Texts.First());
        Assert.Equal("DateTimeOffset", result.Texts.ElementAt(3));
        // A page of each type, a second one of the two that have runs, and page 0 once.
        Assert.Equal("6", result.Texts.Last());
        Assert.Equal(
            "True", engine.Run(
                "$last = $null; $ok = $true; foreach ($r in $runs | Where-Object Status -eq Success) { if ($last -and "
                    + "$r.TriggerTime -lt $last) { $ok = $false }; $last = $r.TriggerTime }; $ok").Texts.Single());
    }

    [Fact]
    public void The_window_includes_its_start_and_excludes_its_end()
    {
        using var engine = Runs.Start();

        var result = engine.Run(
            "$all = Get-BatchFlowInstance -Name watch_substations; $all.Count",
            "(Get-BatchFlowInstance -Name watch_substations -After $all[1].TriggerTime -Before "
                + "$all[3].TriggerTime).FlowInstanceId -join ' ' -eq ($all[1], $all[2] -join ' ')",
            "@(Get-BatchFlowInstance -After ([datetime]::Now.AddDays(-3)) -Before "
                + "([datetime]::Now.AddDays(-2))).Count");

        Assert.Empty(result.Errors);
        Assert.Equal(["6", "True", "0"], result.Texts);
    }

    [Theory]
    [InlineData("-Status Fail", "3003")]
    [InlineData("-Status Fail, Running", "3003 3005")]
    [InlineData("-Status 'Failed,running'", "3003 3005")]
    [InlineData("-FlowId 3003 -Descending -Status Succeeded, FAILURE", "3003 3003")]
    [InlineData("-Status Cancelled, canceled, TIMED_OUT, Skipped, Waiting, suspended, INTERNAL_ERROR", "")]
    [InlineData("-Name 'FORE*', nFlow -Status Success", "3003")]
    [InlineData("-FlowId 3001, 3003", "3001 3003 3003")]
    [InlineData("-FlowId 3003 -Descending -Status Success, Fail", "3003 3003")]
    [InlineData("-Owner nobody", "")]
    [InlineData("-Owner anna.keller, jonas.lindt, anna.keller -Status Fail", "3003")]
    [InlineData("-Type Temporary", "")]
    [InlineData("-FlowId 300", "")]
    public void Runs_are_chosen_by_what_is_wanted_of_them(string wishes, string flows)
    {
        using var engine = Runs.Start();

        var result = engine.Run($"Get-BatchFlowInstance {wishes} | ForEach-Object {{ $_.FlowId }}");

        Assert.Empty(result.Errors);
        Assert.Equal(flows, string.Join(' ', result.Texts));
    }

    [Theory]
    [InlineData("-Name etl_meter_raedings", "etl_meter_raedings")]
    [InlineData("-Name 'FORE*', none -Status Success", "none")]
    [InlineData("-FlowId 3003 -Name none", "none")]
    public void A_name_that_no_flow_has_is_an_error_and_one_without_runs_is_none(string wishes, string name)
    {
        using var engine = Runs.Start();
        Runs.Put(engine, 7, "echo");

        var result = engine.Run($"$null = Get-BatchFlowInstance {wishes}", "Get-BatchFlowInstance -Name f7");

        Assert.Equal(("FlowNotFound,BatchFlows.Commands.GetBatchFlowInstanceCommand", name),
            (result.Error.FullyQualifiedErrorId, result.Error.TargetObject));
        Assert.Empty(result.Output);
    }

    [Fact]
    public void A_name_that_was_not_looked_for_to_the_end_is_no_error()
    {
        using var engine = Runs.Start();

        Assert.Empty(engine.Run("Get-BatchFlowInstance -Name forecast*, none -First 1").Errors);
    }

    [Theory]
    [InlineData("Get-BatchFlowInstance -FlowInstanceId 3001", "Get-BatchFlowInstance -FlowId 3001")]
    [InlineData("Wait-BatchFlowInstance 3001", "Get-BatchFlowInstance -FlowId 3001")]
    [InlineData("Wait-BatchFlowInstance '3001'", "Get-BatchFlowInstance -FlowId 3001")]
    [InlineData("Stop-BatchFlowInstance '3001'", "Get-BatchFlowInstance -FlowId 3001")]
    [InlineData("Stop-BatchFlowInstance etl_meter_readings", "Get-BatchFlowInstance -Name etl_meter_readings")]
    [InlineData("Wait-BatchFlowInstance (Get-BatchFlow 3001)", "Get-BatchFlowInstance -FlowId 3001")]
    [InlineData("Wait-BatchFlowInstance $true", "List the runs of the last 24 hours with Get-BatchFlowInstance")]
    [InlineData("Get-BatchFlowTaskInstance '3001'", "Get-BatchFlowInstance -FlowId 3001")]
    [InlineData("Get-BatchFlowTaskLog -FlowInstanceId '3001'", "Get-BatchFlowInstance -FlowId 3001")]
    public void A_flow_in_place_of_a_run_is_told_how_to_get_its_runs(string script, string next)
    {
        using var engine = Engine.WithSandbox();

        Assert.Contains(next, engine.Run(script).Error.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-BatchFlowInstance -FlowId 3003, 3001, 3003")]
    [InlineData("3003, 3001, 3003 | Get-BatchFlowInstance")]
    [InlineData("Get-BatchFlowInstance -FlowId 3003, 3001 | Get-BatchFlowInstance -Descending")]
    public void A_flow_that_is_named_twice_has_its_runs_once(string script)
    {
        using var engine = Runs.Start();

        var result = engine.Run($"{script} | ForEach-Object {{ $_.FlowId }}");

        Assert.Empty(result.Errors);
        Assert.Equal(["3003", "3003", "3001"], result.Texts);
    }

    [Fact]
    public void The_last_triggered_come_first_when_wanted()
    {
        using var engine = Runs.Start();

        Assert.Equal(
            "True", engine.Run(
                "$a = (Get-BatchFlowInstance -FlowId 3002).FlowInstanceId; $d = (Get-BatchFlowInstance -FlowId 3002 "
                    + "-Descending).FlowInstanceId; [array]::Reverse($d); ($a -join ' ') -eq ($d -join ' "
                    + "')").Texts.Single());
    }

    [Theory]
    [InlineData("$run.FlowInstanceId")]
    [InlineData("$run")]
    [InlineData("$run.Graph.Tasks[0]")]
    [InlineData("[pscustomobject]@{ FlowInstanceId = $run.FlowInstanceId; FlowId = 1 }")]
    public void Whatever_carries_the_id_of_a_run_gets_that_run(string item)
    {
        using var engine = Runs.Start();

        var result = engine.Run(
            "$run = Get-BatchFlowInstance -Status Fail",
            $"({item} | Get-BatchFlowInstance).FlowInstanceId -eq $run.FlowInstanceId",
            "$sandbox.Service.CallCounts['Get Flow Instance']");

        Assert.Empty(result.Errors);
        Assert.Equal(["True", "1"], result.Texts);
    }

    [Theory]
    [InlineData("3003")]
    [InlineData("Export-BatchFlow 3003")]
    [InlineData("Get-BatchFlowTask 3003 -Name forecast")]
    [InlineData("[pscustomobject]@{ FlowId = '3003' }")]
    public void Whatever_carries_the_id_of_a_flow_gets_the_runs_of_that_flow(string item)
    {
        using var engine = Runs.Start();

        var result = engine.Run($"{item} | Get-BatchFlowInstance | ForEach-Object {{ $_.FlowId }}");

        Assert.Empty(result.Errors);
        Assert.Equal(["3003", "3003"], result.Texts);
    }

    [Fact]
    public void Wanting_no_more_runs_asks_for_no_more_pages()
    {
        using var engine = Runs.Start();

        // 'break' leaves the pipeline in the same way as Select-Object -First.
        var result = engine.Run(
            "foreach ($once in 1) { Get-BatchFlowInstance | ForEach-Object { $_.FlowId; break } }", Calls);

        // A page of each type, to know which run is the first, and page 0 once, since a type has none.
        Assert.Equal("4", result.Texts.Last());
    }

    [Fact]
    public void Nothing_in_the_pipeline_does_not_stand_for_all_runs()
    {
        using var engine = Runs.Start();

        var result = engine.Run(
            "$null, [pscustomobject]@{ ConnectionName = 'sandbox' } | Get-BatchFlowInstance", "$sandbox.RequestCount");

        Assert.Equal(2, result.Errors.Count);
        Assert.Equal(["0"], result.Texts);
    }

    [Fact]
    public void A_window_that_is_empty_is_an_error()
    {
        using var engine = Runs.Start();

        var result = engine.Run("Get-BatchFlowInstance -After 2026-01-02 -Before 2026-01-02");

        Assert.StartsWith("RequestInvalid,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("0", engine.Run("$sandbox.RequestCount").Texts.Single());
    }

    [Fact]
    public void A_status_that_no_run_has_is_an_error()
    {
        using var engine = Runs.Start();

        var result = engine.Run("Get-BatchFlowInstance -Status Fail, None");

        Assert.StartsWith("RequestInvalid,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("No run has the status None", result.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal("0", engine.Run("$sandbox.RequestCount").Texts.Single());
    }

    [Fact]
    public void A_search_that_fails_is_one_error()
    {
        using var engine = Runs.Start(retries: 0);

        var result = engine.Run(
            "$sandbox.Service.InjectFault('ServiceFailed', 1, 'List Flow Instances')", "Get-BatchFlowInstance");

        Assert.StartsWith("ServiceFailed,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Theory]
    [InlineData("-FlowInstanceId 5", "'5' is not the ID of a run")]
    [InlineData("-FlowId 0", "'0' is not a flow ID")]
    public void What_is_no_id_is_refused(string wish, string message)
    {
        using var engine = new Engine();

        Assert.Contains(
            message, engine.Run($"Get-BatchFlowInstance {wish}").Error.Exception.Message, StringComparison.Ordinal);
    }
}
