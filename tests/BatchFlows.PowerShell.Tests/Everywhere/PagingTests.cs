using System;
using System.Linq;

namespace BatchFlows.PowerShell.Tests;

/// <summary>-First and -Skip choose among the results, and end the calls.</summary>
public class PagingTests
{
    private const string Calls =
        "0 + $sandbox.Service.CallCounts['Search Flow'] + $sandbox.Service.CallCounts['Get Flow']";

    private const string Day = "Get-BatchFlowInstance -FlowId 3002";

    [Theory]
    [InlineData("Get-BatchFlow load_* -First 3", "load_00001 load_00002 load_00003", 1)]
    [InlineData("Get-BatchFlow load_* -First 2 -Skip 1", "load_00002 load_00003", 1)]
    [InlineData("Get-BatchFlow load_* -First 1 -Skip 60", "load_00061", 2)]
    [InlineData("Get-BatchFlow load_* -First 0", "", 0)]
    [InlineData("Get-BatchFlow load_* -Skip 119", "load_00120", 5)]
    [InlineData("Get-BatchFlow load_* -First 2 -Detailed", "load_00001 load_00002", 3)]
    [InlineData("Get-BatchFlow load_*, nobody -First 1", "load_00001", 1)]
    [InlineData("Get-BatchFlow 3001, 3002, 3003 -First 1 -Skip 1", "watch_substations", 1)]
    [InlineData("3001, 3002, 3003 | Get-BatchFlow -First 2", "etl_meter_readings watch_substations", 2)]
    [InlineData("Get-BatchFlow -First 1 -Name etl*, watch* -Owner anna.keller", "etl_meter_readings", 0)]
    public void Flows(string script, string names, int calls)
    {
        using var engine = Engine.WithSandbox();
        engine.Run("$sandbox.Service.AddFlows(120); $sandbox.Service.ResetCounters()");

        var result = engine.Run($"({script}).FlowName -join ' '", Calls);

        Assert.Empty(result.Errors);
        Assert.Equal(names, result.Texts.First());
        if (!script.Contains("-Owner", StringComparison.Ordinal)) Assert.Equal($"{calls}", result.Texts.Last());
    }

    [Theory]
    [InlineData("-First 2", "0..1")]
    [InlineData("-First 2 -Skip 1", "1..2")]
    [InlineData("-Skip 4", "4..5")]
    public void Runs_come_as_if_all_were_cut(string page, string expected)
    {
        using var engine = Runs.Start();

        var result = engine.Run(
            $"$all = @({Day}).FlowInstanceId; $all.Count",
            $"({Day} {page}).FlowInstanceId -join ' ' -eq ($all[{expected}] -join ' ')",
            $"(Get-BatchFlowInstance -Name watch_substations {page}).FlowInstanceId -join ' ' -eq "
                + $"($all[{expected}] -join ' ')",
            $"($all | Get-BatchFlowInstance {page}).FlowInstanceId -join ' ' -eq ($all[{expected}] -join ' ')");

        Assert.Empty(result.Errors);
        Assert.Equal(["6", "True", "True", "True"], result.Texts);
    }

    [Fact]
    public void No_page_of_runs_is_asked_for_after_the_last_one_that_is_wanted()
    {
        using var engine = Runs.Start();
        var calls = "$sandbox.Service.CallCounts['List Flow Instances']";

        var result = engine.Run(
            "$sandbox.Service.ResetCounters(); $null = Get-BatchFlowInstance -Type Periodic -First 1", calls,
            $"$sandbox.Service.ResetCounters(); $null = {Day} -Type Periodic -First 1", calls,
            "$sandbox.Service.ResetCounters(); $null = Get-BatchFlowInstance -First 0; "
                + $"$null = {Day} -First 0; 0 + {calls}");

        Assert.Empty(result.Errors);
        Assert.Equal(["1", "1", "0"], result.Texts);
    }

    [Fact]
    public void The_total_count_is_told_to_be_unknown()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "Get-BatchFlow -First 1 -IncludeTotalCount | ForEach-Object { $_.ToString() }",
            "Get-BatchFlowInstance -First 0 -IncludeTotalCount | ForEach-Object { $_.ToString() }");

        Assert.Empty(result.Errors);
        Assert.Equal(3, result.Output.Count);
        Assert.All([result.Texts.First(), result.Texts.Last()],
            text => Assert.Contains(
                "nknown total count: the service does not count its lists.", text, StringComparison.Ordinal));
    }
}
