using System;
using System.Linq;

namespace BatchFlows.PowerShell.Tests;

public class ViewTests
{
    [Theory]
    [InlineData("Export-BatchFlow 2924", "FlowId FlowName Type Cycle Cron Tasks Owners",
        "2924 nFlow Periodic D 0 0 0 * * ? * 1 yourOwners")]
    [InlineData("Get-BatchFlowTask 2924", "FlowId TaskName Type Cpu Memory Timeout RetryLimit Command",
        "2924 tass COMMAND 0.5 1 300 3 echo 'hello'")]
    [InlineData("Get-BatchFlowRelation 7", "FlowId FlowName SourceTaskName TargetTaskName Rerun", "7 f a b True")]
    [InlineData("Get-BatchFlowLink 7", "FlowId FlowName LinkId SourceFlowName SourceTaskName TargetTaskNames",
        "7 f 0 g a 7 f 1 h t b")]
    [InlineData("(Export-BatchFlow 7).LinkRelations", "FlowId FlowName LinkId TargetTaskName Rerun",
        "7 f 0 a False 7 f 1 b True")]
    [InlineData("(Get-BatchFlowTask 2924).RunMode", "TaskMode Cpu Memory MaxParallel KeyType Path Content",
        "Single 0.5 1 0 None")]
    [InlineData("(Export-BatchFlow 7).Parameters", "Key Value", "k v")]
    [InlineData("Get-BatchFlow bill*", "FlowId FlowName Cycle CanEdit", "3005 bill_customers")]
    [InlineData("Get-BatchFlow 3005", "FlowId FlowName Active Type Cycle Cron Tasks Owners",
        "3005 bill_customers True Manual M 0 0 3 1 * ? * 4 maria.rossi; jonas.lindt")]
    [InlineData(
        "(Get-BatchFlow 3006).Graph", "TaskCount FlowCount RelationCount Tasks", "2 0 1 export_legacy, import_tariffs")]
    [InlineData("(Get-BatchFlow 3003).Graph.Tasks[0]", "FlowId TaskId TaskName Status TaskInstanceId",
        "3003 100007 join_weather")]
    [InlineData("(Get-BatchFlow 3003).Graph.Flows[0]", "FlowId FlowName Virtual Status FlowInstanceId",
        "3002 watch_substations False")]
    [InlineData("(Get-BatchFlow 3003).Graph.Relations[0]", "SourceNodeId TargetNodeId CycleGap Rerun",
        "t_100007 t_100008 H0 True")]
    public void Tables_show_what_an_administrator_looks_for(string script, string header, string row)
    {
        using var engine = Engine.WithSandbox();
        engine.Run(
            """$sandbox.Service.PutFlow(7, '{"name":"f","parameters":"[{\"key\":\"k\",\"value\":\"v\"}]","relations":[{"sourceTaskName":"a","targetTaskName":"b","rerun":true}],"flowLinks":[{"linkId":"0","sourceFlowName":"g"}],"taskLinks":[{"linkId":"1","sourceFlowName":"h","sourceTaskName":"t"}],"linkRelations":[{"linkId":"0","targetTaskName":"a","rerun":false},{"linkId":"1","targetTaskName":"b","rerun":true}]}')""");

        var lines = engine.Show(script).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            .Where(line => line.Length > 0).ToList();

        Assert.Equal(header, lines[0]);
        Assert.Equal(row, string.Join(' ', lines.Skip(2)));
    }

    [Theory]
    [InlineData("Get-BatchFlowInstance -Status Fail", "FlowInstanceId FlowName Status TriggerTime Duration",
        "forecast_demand Fail")]
    [InlineData("Get-BatchFlowInstance -Status Fail | Get-BatchFlowTaskInstance -Name forecast",
        "TaskInstanceId TaskName Status Run StartTime Duration", "forecast Fail 4")]
    [InlineData(
        "Get-BatchFlowInstance -Status Fail | Get-BatchFlowTaskLog -Failed -Tail 1", "exit code 2", "exit code 2")]
    public void Runs_and_their_logs_are_shown_as_an_operator_reads_them(string script, string header, string part)
    {
        using var engine = Engine.WithSandbox();

        var shown = string.Join(' ', engine.Show(script).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

        Assert.StartsWith(header, shown, StringComparison.Ordinal);
        Assert.Contains(part, shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-BatchFlowConnection", "sandbox")]
    [InlineData("Get-BatchFlowSandbox", "http://127.0.0.1:")]
    public void Connections_and_sandboxes_have_tables(string script, string text)
    {
        using var engine = Engine.WithSandbox();

        Assert.Contains(text, engine.Show(script), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "allowed")]
    [InlineData("-Protected", "asked")]
    [InlineData("-ReadOnly -Protected", "refused")]
    public void The_table_of_connections_tells_what_becomes_of_changes(string switches, string text)
    {
        using var engine = Engine.WithSandbox();

        Assert.Matches($@"Changes\s+[-\s]+one .* {text}\s",
            engine.Show($"$sandbox | Connect-BatchFlow -Name one {switches} -PassThru"));
    }

    [Fact]
    public void An_error_is_shown_with_what_to_do_next()
    {
        using var engine = Engine.WithSandbox();

        Assert.Contains("Get-BatchFlow -Name *", engine.Show("Export-BatchFlow 666"), StringComparison.Ordinal);
    }
}
