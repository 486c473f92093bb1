using System;

namespace BatchFlows.PowerShell.Tests;

public class InvokeBatchFlowApiTests
{
    [Fact]
    public void A_table_that_holds_itself_is_an_error_and_not_the_end_of_the_shell()
    {
        using var engine = Engine.WithSandbox();

        var error = engine.Run(
            "$t = @{ flowId = 1 }; $t.again = @{ list = 1, $t }; Invoke-BatchFlowApi flows search $t").Error;

        Assert.StartsWith("RequestInvalid,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("holds itself", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal("0", Assert.Single(engine.Run("$sandbox.RequestCount").Texts));
    }

    [Theory]
    [InlineData(
        "Invoke-BatchFlowApi flows get -Query @{ flowId = 3001 } | ForEach-Object flowName", "etl_meter_readings")]
    [InlineData("Invoke-BatchFlowApi flows getMyFlow -Query @{ expression = 'bill' } | ForEach-Object flowId", "3005")]
    [InlineData(
        "Invoke-BatchFlowApi flows search @{ expression = ''; pagination = @{ pageNo = 1; pageSize = 2 } } | "
            + "ForEach-Object flowId", "2924,3001")]
    [InlineData(
        "Invoke-BatchFlowApi flows search '{\"expression\":\"\",\"pagination\":{\"pageNo\":1,\"pageSize\":2}}' | "
            + "ForEach-Object flowId", "2924,3001")]
    [InlineData(
        "[pscustomobject]@{ expression = ''; pagination = [pscustomobject]@{ pageNo = 1; pageSize = [long]2 } } | "
            + "Invoke-BatchFlowApi flows search | ForEach-Object flowId", "2924,3001")]
    [InlineData("(Invoke-BatchFlowApi directories listWorkFlowDirs).children[0].children[1].title", "forecast")]
    [InlineData("Invoke-BatchFlowApi time getTimeZone | ForEach-Object timezone", "GMT+8")]
    [InlineData("Invoke-BatchFlowApi flows disable @{ flowId = 3001 }", "")]
    public void A_call_gives_objects_or_nothing(string script, string texts)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(script);

        Assert.Empty(result.Errors);
        Assert.Equal(texts.Split(',', StringSplitOptions.RemoveEmptyEntries), result.Texts);
    }

    [Theory]
    [InlineData("[switch]$true", "True Boolean")]
    [InlineData("[uint64]::MaxValue", "18446744073709551615 BigInteger")]
    [InlineData("[pscustomobject]@{ d = [datetime]::SpecifyKind('2026-03-01', 'Utc') }",
        "@{d=2026-03-01T00:00:00Z} PSCustomObject")]
    [InlineData("[datetimeoffset]::FromUnixTimeMilliseconds(7)", "7 Int64")]
    [InlineData("$(& {})", " ")]
    public void Values_of_the_shell_are_sent_as_what_they_mean(string value, string expected)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "$directory = (Get-BatchFlowDirectory archive).DirectoryId",
            $"$flow = @{{ name = 'n'; tasks = @(); relations = @(); x = {value} }}",
            "$id = (Invoke-BatchFlowApi flows import @{ flowName = 'n'; dirId = $directory; flowJson = $flow }).flowId",
            "$x = (Invoke-BatchFlowApi flows export -Query @{ flowId = $id }).x; \"$x $($x.GetType().Name)\"");

        Assert.Equal([expected], result.Texts);
    }

    [Fact]
    public void A_body_of_nothing_is_none()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run("(Invoke-BatchFlowApi flows get -Query @{ flowId = 3001 } -Body (& {})).flowId");

        Assert.Empty(result.Errors);
        Assert.Equal(["3001"], result.Texts);
    }

    [Fact]
    public void Names_that_differ_by_case_alone_are_not_lost()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run("""$sandbox.Service.PutFlow(7, '{"name":"n","x":{"a":1,"A":2},"y":{"":3}}')""",
            "$f = Invoke-BatchFlowApi flows export -Query @{ flowId = 7 }; $f.name; $f.x['a'], $f.x['A'], $f.y['']");

        Assert.Equal(["n", "1", "2", "3"], result.Texts);
    }

    [Theory]
    [InlineData("Invoke-BatchFlowApi flows get -Query @{ flowId = 666 }", "FlowNotFound")]
    [InlineData("Invoke-BatchFlowApi flows trigger @{ flowId = 3001 }", "RequestInvalid")]
    [InlineData("Invoke-BatchFlowApi flows search '[1]'", "RequestInvalid")]
    [InlineData("Invoke-BatchFlowApi flows search '{'", "RequestInvalid")]
    [InlineData("Invoke-BatchFlowApi flows get -Query @{ userId = 'u1' }", "RequestInvalid")]
    [InlineData("Invoke-BatchFlowApi flows get -Query @{ flowId = @(1, 2) }", "RequestInvalid")]
    [InlineData("Invoke-BatchFlowApi flows get -Query @{ flowId = [double]::NaN }", "RequestInvalid")]
    [InlineData("Invoke-BatchFlowApi flows search @{ expression = [double]::PositiveInfinity }", "RequestInvalid")]
    [InlineData("Invoke-BatchFlowApi flows get @{} -Method Get", "RequestInvalid")]
    [InlineData("Invoke-BatchFlowApi flows search @{ expression = [securestring]::new() }", "RequestInvalid")]
    public void A_failure_is_one_error_of_its_kind(string script, string id)
    {
        using var engine = Engine.WithSandbox();

        Assert.StartsWith(id + ",", engine.Run(script).Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Invoke-BatchFlowApi flows get -Query @{ flowId = 3001 }", 1, 2)]
    [InlineData("Invoke-BatchFlowApi flows stroke -ReadOnly", 1, 2)]
    [InlineData("Invoke-BatchFlowApi flows stroke", 0, 1)]
    [InlineData("Invoke-BatchFlowApi flows delete -Query @{ flowId = 3006 } -ReadOnly", 0, 1)]
    [InlineData("Invoke-BatchFlowApi flows delete -Query @{ flowId = 3006 } -Method Post -ReadOnly", 0, 1)]
    public void What_only_reads_passes_what_if_and_is_repeated_and_what_changes_is_not(
        string script, int underWhatIf, int afterFault)
    {
        using var engine = Engine.WithSandbox();

        engine.Run(script + " -WhatIf");
        Assert.Equal([$"{underWhatIf}"], engine.Run("$sandbox.RequestCount").Texts);

        engine.Run("$sandbox.Service.ResetCounters(); $sandbox.Service.InjectFault('DropAfter')", script);
        Assert.Equal([$"{afterFault}"], engine.Run("$sandbox.RequestCount").Texts);
    }

    [Theory]
    [InlineData("./flows delete")]
    [InlineData("x/../flows delete")]
    [InlineData("'x\\..\\flows' delete")]
    [InlineData("fl%6fws delete")]
    [InlineData("../v2.1/flows delete")]
    [InlineData("flows ./delete")]
    [InlineData("flows de%6cete")]
    [InlineData("flows 'delete '")]
    public void What_is_no_name_is_refused_before_anything_is_sent(string names)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "$sandbox | Connect-BatchFlow -Name ro -ReadOnly; $sandbox.Service.ResetCounters()",
            $"Invoke-BatchFlowApi {names} -Query @{{ flowId = 3006 }} -ReadOnly -Connection ro",
            "$sandbox.RequestCount");

        Assert.StartsWith("RequestInvalid,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(["0"], result.Texts);
    }

    [Theory]
    [InlineData("FLOWS delete")]
    [InlineData("flows DELETE -Method Post")]
    public void The_case_of_a_documented_change_makes_it_no_other_call(string names)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "$sandbox | Connect-BatchFlow -Name ro -ReadOnly; $sandbox.Service.ResetCounters()",
            $"Invoke-BatchFlowApi {names} -Query @{{ flowId = 3006 }} -ReadOnly -Connection ro",
            "$sandbox.RequestCount");

        Assert.StartsWith("ConnectionReadOnly,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(["0"], result.Texts);
    }

    [Theory]
    [InlineData("Invoke-BatchFlowApi f", "flowInstances,flows")]
    [InlineData("Invoke-BatchFlowApi flows tr", "trigger,triggerFromTask,updateAndTrigger")]
    [InlineData("Invoke-BatchFlowApi taskInstances ", "get,getLog")]
    [InlineData("Invoke-BatchFlowApi -Action can", "cancel")]
    public void Documented_calls_are_completed(string line, string texts)
    {
        using var engine = new Engine();

        Assert.Equal(texts.Split(','), engine.Run($"(TabExpansion2 '{line}').CompletionMatches.CompletionText").Texts);
    }
}
