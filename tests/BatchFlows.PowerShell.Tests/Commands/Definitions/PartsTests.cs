using System.Linq;

namespace BatchFlows.PowerShell.Tests;

public class PartsTests
{
    [Fact]
    public void Tasks_of_a_piped_flow_cost_no_second_call()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "Export-BatchFlow -FlowId 2924 | Get-BatchFlowTask | Where-Object Timeout -ge 300 | ForEach-Object { "
                + "$_.FlowId, $_.TaskName, $_.RunMode.Cpu }",
            "$sandbox.RequestCount");

        Assert.Equal(["2924", "tass", "0.5", "1"], result.Texts);
    }

    [Theory]
    [InlineData("Get-BatchFlowTask -FlowId 3001, 2924")]
    [InlineData("3001, 2924 | Get-BatchFlowTask")]
    [InlineData("3001, 2924 | Export-BatchFlow | Get-BatchFlowTask")]
    [InlineData("$flows = 3001, 2924 | Export-BatchFlow; Get-BatchFlowTask -FlowId $flows")]
    public void Tasks_come_in_the_order_of_their_flows(string script)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(script);

        Assert.Empty(result.Errors);
        Assert.Equal("tass", result.Texts.Last());
        Assert.True(result.Output.Count > 2);
        Assert.Equal("3001", result.Output[0].Properties["FlowId"].Value.ToString());
    }

    [Fact]
    public void Tasks_are_chosen_by_wildcard()
    {
        using var engine = Engine.WithSandbox();

        Assert.Equal(["tass"], engine.Run("2924, 3001 | Get-BatchFlowTask -Name TA?S").Texts);
        Assert.Empty(engine.Run("2924, 3001 | Get-BatchFlowTask -Name nothing*").Errors);
    }

    [Fact]
    public void An_exact_name_that_no_flow_has_is_an_error()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run("2924, 3001 | Get-BatchFlowTask -Name tass, none");

        Assert.Equal(["tass"], result.Texts);
        Assert.Equal(("TaskNotFound,BatchFlows.Commands.GetBatchFlowTaskCommand", "none"),
            (result.Error.FullyQualifiedErrorId, result.Error.TargetObject));
    }

    [Fact]
    public void Relations_and_links_carry_the_keys_of_their_flow()
    {
        using var engine = Engine.WithSandbox();
        const string flow =
            """{"name":"f","relations":[{"sourceTaskName":"a","targetTaskName":"b","rerun":true}],"flowLinks":[{"linkId":"0","sourceFlowName":"g"}],"taskLinks":[{"linkId":"1","sourceFlowName":"h","sourceTaskName":"t"}],"linkRelations":[{"linkId":"0","targetTaskName":"a","rerun":false},{"linkId":"1","targetTaskName":"b"}]}""";

        var result = engine.Run(
            $"$sandbox.Service.PutFlow(7, '{flow}')",
            "Get-BatchFlowRelation 7 | ForEach-Object { $_.FlowId, $_.FlowName, $_.SourceTaskName, $_.TargetTaskName, "
                + "$_.Rerun }",
            "Get-BatchFlowLink 7 | ForEach-Object { $_.FlowId, $_.SourceFlowName, $_.SourceTaskName, "
                + "($_.TargetTaskNames -join ',') }");

        Assert.Empty(result.Errors);
        Assert.Equal(["7", "f", "a", "b", "True", "7", "g", "", "a", "7", "h", "t", "b"], result.Texts);
    }

    [Fact]
    public void Parts_of_an_unknown_flow_are_an_error_for_that_flow()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run("5, 2924 | Get-BatchFlowTask");

        Assert.Equal(["tass"], result.Texts);
        Assert.Equal(5L, result.Error.TargetObject);
    }

    [Fact]
    public void A_definition_from_a_file_needs_no_connection()
    {
        using var engine = new Engine();

        var result = engine.Run(
            """[BatchFlows.FlowDefinition]::Parse('{"name":"f","tasks":[{"name":"t"}]}') | Get-BatchFlowTask | ForEach-Object { $_.Name, $_.FlowName }""");

        Assert.Empty(result.Errors);
        Assert.Equal(["t", "f"], result.Texts);
    }

    [Fact]
    public void Objects_can_be_changed_and_written()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "$flow = Export-BatchFlow 2924",
            "$flow.Owners = 'a', 'b'; $flow.Parameters = @{ k = 'v' }; $flow.Tasks[0].RunMode.Cpu = 1; "
                + "$flow.Tasks[0].Type = 8; $flow.StartTime = [datetime]'2030-01-01'; $flow.Owners += 'c'",
            "$flow.Tasks.Add([BatchFlows.FlowTask]@{ TaskName = 'new' })",
            "$flow.Owners.Text, $flow.Parameters['k'], $flow.Tasks[0].Type.Name, $flow.Tasks[1].FlowId, ($flow.Owners "
                + "-contains 'b'), ($flow.StartTime -gt '2029-12-31')",
            "$flow.ToJson()");

        Assert.Empty(result.Errors);
        Assert.Equal(["a;b;c", "v", "PYTHON", "2924", "True", "True"], result.Texts.Take(6));
        Assert.Contains("\\\"cpu\\\":1,", result.Texts.Last(), System.StringComparison.Ordinal);
    }
}
