using System;
using System.Linq;

namespace BatchFlows.PowerShell.Tests;

public class GetBatchFlowTaskInstanceTests
{
    [Fact]
    public void The_tasks_of_a_run_come_in_the_order_of_its_graph()
    {
        using var engine = Runs.Start();

        var result = engine.Run(
            "Get-BatchFlowInstance -Status Fail | Get-BatchFlowTaskInstance | ForEach-Object { \"$($_.TaskName) "
                + "$($_.Status) $($_.RunNumber)\" }");

        Assert.Empty(result.Errors);
        Assert.Equal(["join_weather Success 1", "forecast Fail 4", "publish_forecast Init 0"], result.Texts);
    }

    [Fact]
    public void Tasks_of_many_runs_come_run_by_run()
    {
        using var engine = Runs.Start();

        var result = engine.Run(
            "$runs = Get-BatchFlowInstance -FlowId 3002, 3003",
            "($runs | Get-BatchFlowTaskInstance -ThrottleLimit 2 | ForEach-Object { \"$($_.FlowInstanceId) "
                + "$($_.TaskName)\" }) -join ',' -eq (($runs | ForEach-Object { $r = $_; $r.Graph.Tasks | "
                + "ForEach-Object { \"$r $_\" } }) -join ',')");

        Assert.Empty(result.Errors);
        Assert.Equal("True", result.Texts.Single());
    }

    [Theory]
    [InlineData("-Name fore*, none*", "forecast")]
    [InlineData("-Status Fail, Success", "join_weather forecast")]
    [InlineData("-Name join_weather -Status Fail", "")]
    public void Tasks_are_chosen_by_name_and_state(string wishes, string tasks)
    {
        using var engine = Runs.Start();

        var result = engine.Run(
            $"Get-BatchFlowInstance -Status Fail | Get-BatchFlowTaskInstance {wishes} | ForEach-Object "
                + $"{{ $_.TaskName }}");

        Assert.Empty(result.Errors);
        Assert.Equal(tasks, string.Join(' ', result.Texts));
    }

    [Fact]
    public void Tasks_that_are_not_wanted_are_not_asked_for()
    {
        using var engine = Runs.Start();

        Assert.Equal(
            "1", engine.Run("$null = Get-BatchFlowInstance -Status Fail | Get-BatchFlowTaskInstance -Status Fail",
                "$sandbox.Service.CallCounts['Get Task Instance']").Texts.Single());
    }

    [Fact]
    public void A_name_that_no_run_has_is_an_error()
    {
        using var engine = Runs.Start();

        var error = engine.Run("Get-BatchFlowInstance -Status Fail | Get-BatchFlowTaskInstance -Name none").Error;

        Assert.Equal(("TaskNotFound,BatchFlows.Commands.GetBatchFlowTaskInstanceCommand", "none"),
            (error.FullyQualifiedErrorId, error.TargetObject));
        Assert.Contains("Get-BatchFlowTaskInstance without -Name", error.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$node.TaskInstanceId")]
    [InlineData("$node")]
    [InlineData("$node | Get-BatchFlowTaskInstance")]
    [InlineData("$node | Get-BatchFlowTaskLog -Tail 1")]
    [InlineData("[pscustomobject]@{ TaskInstanceId = $node.TaskInstanceId; FlowInstanceId = '1-1' }")]
    public void Whatever_carries_the_id_of_a_tasks_run_gets_that_run(string item)
    {
        using var engine = Runs.Start();

        var result = engine.Run("$node = (Get-BatchFlowInstance -Status Fail).Graph.Tasks[1]",
            $"({item} | Get-BatchFlowTaskInstance).TaskInstanceId -eq $node.TaskInstanceId");

        Assert.Empty(result.Errors);
        Assert.Equal("True", result.Texts.Single());
    }

    [Fact]
    public void An_empty_id_is_not_taken_for_the_whole_run()
    {
        using var engine = Runs.Start();

        var result = engine.Run(
            "[pscustomobject]@{ TaskInstanceId = ''; FlowInstanceId = (Get-BatchFlowInstance -Status "
                + "Fail).FlowInstanceId } | Get-BatchFlowTaskInstance");

        Assert.Empty(result.Output);
        Assert.Contains("is empty", result.Error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_that_is_missing_is_an_error()
    {
        using var engine = Runs.Start();

        var result = engine.Run(
            "Get-BatchFlowTaskInstance one, two", "Get-BatchFlowTaskInstance -FlowInstanceId three");

        Assert.Equal(["one", "two", "three"], result.Errors.Select(error => error.TargetObject));
        Assert.All(result.Errors,
            error => Assert.StartsWith("InstanceNotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal));
    }
}
