using System;
using System.Linq;

namespace BatchFlows.PowerShell.Tests;

public class ExportBatchFlowTests
{
    [Fact]
    public void The_documented_flow_comes_as_an_object()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "Export-BatchFlow -FlowId 2924 | ForEach-Object { $_.FlowId; $_.FlowName; $_.Name; $_.ConnectionName; "
                + "$_.Tasks.Count; $_.Tasks[0].RunMode.Cpu }");

        Assert.Empty(result.Errors);
        Assert.Equal(["2924", "nFlow", "nFlow", "sandbox", "1", "0.5"], result.Texts);
    }

    [Theory]
    [InlineData("Export-BatchFlow 2924")]
    [InlineData("Export-BatchFlow -FlowId '2924'")]
    [InlineData("Export-BatchFlow -FlowId 2924.0")]
    [InlineData("Export-BatchFlow -FlowId @(2924)")]
    [InlineData("2924 | Export-BatchFlow")]
    [InlineData("'2924' | Export-BatchFlow")]
    [InlineData("[pscustomobject]@{ FlowId = '2924' } | Export-BatchFlow")]
    [InlineData("Export-BatchFlow -FlowId ([pscustomobject]@{ FlowId = 2924 })")]
    [InlineData("Export-BatchFlow 2924 | Export-BatchFlow")]
    [InlineData("$flow = Export-BatchFlow 2924; Export-BatchFlow -FlowId $flow")]
    [InlineData("Export-BatchFlow 2924 | Get-BatchFlowTask | Export-BatchFlow")]
    [InlineData("Export-BatchFlow 2924 -Connection sandbox")]
    [InlineData("Export-BatchFlow 2924 -Connection (Get-BatchFlowConnection sandbox)")]
    public void A_flow_is_named_in_many_ways(string script)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(script);

        Assert.Empty(result.Errors);
        Assert.Equal(["nFlow"], result.Texts);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("2.5")]
    [InlineData("000")]
    [InlineData("99999999999999999999")]
    public void What_is_no_id_is_refused_before_anything_is_sent(string id)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run($"Export-BatchFlow -FlowId '{id}'", "$sandbox.RequestCount");

        Assert.Equal("ParameterArgumentTransformationError,BatchFlows.Commands.ExportBatchFlowCommand",
            result.Error.FullyQualifiedErrorId);
        Assert.Contains($"'{id}' is not a flow ID", result.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(["0"], result.Texts);
    }

    [Fact]
    public void Results_come_in_the_order_of_the_input_and_a_failed_item_does_not_stop_the_others()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "1..60 | ForEach-Object { if ($_ % 10) { $sandbox.Service.PutFlow($_, '{\"name\":\"f' + $_ + '\"}') } }",
            "1..60 | Export-BatchFlow -ThrottleLimit 16");

        Assert.Equal(Enumerable.Range(1, 60).Where(id => id % 10 != 0).Select(id => $"f{id}"), result.Texts);
        Assert.Equal([10L, 20L, 30L, 40L, 50L, 60L], result.Errors.Select(error => error.TargetObject));
        Assert.All(result.Errors,
            error => Assert.StartsWith("FlowNotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal));
    }

    [Fact]
    public void A_definition_with_unknown_fields_is_the_same_after_export_file_and_reading_back()
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();
        const string definition =
            """{"name":"n","x":{"y":[1.50,null,"\u00e4"]},"tasks":[{"name":"t","z":true,"timeout":"3","runMode":"{\"cpu\":1,\"gpu\":2}"}],"owners":";a;"}""";

        var result = engine.Run(
            $"$sandbox.Service.PutFlow(7, '{definition}')",
            $"Export-BatchFlow 7 -Path '{folder.Path}' -Raw",
            $"[BatchFlows.FlowDefinition]::Parse([System.IO.File]::ReadAllText('{folder.Path}/7-n.json')).ToJson()",
            "(Export-BatchFlow 7).ToJson()");

        Assert.Empty(result.Errors);
        Assert.All(result.Texts.Skip(1), json => AssertSameJson(definition, json));
        AssertSameJson(definition, folder.Read("7-n.json"));
    }

    private static void AssertSameJson(string expected, string actual)
    {
        using var left = System.Text.Json.JsonDocument.Parse(expected);
        using var right = System.Text.Json.JsonDocument.Parse(actual);
        Assert.True(System.Text.Json.JsonElement.DeepEquals(left.RootElement, right.RootElement), actual);
    }
}
