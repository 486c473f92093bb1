using System;
using System.Linq;

namespace BatchFlows.PowerShell.Tests;

public class ViewTests
{
    [Theory]
    [InlineData("Export-BatchFlow 2924", "FlowId Schedule TaskCount Owners FlowName",
        "2924 daily 00:00 1 yourOwners nFlow")]
    [InlineData("Get-BatchFlowTask 2924", "Flow: 2924 nFlow",
        "TaskName Type Cpu Memory Timeout Command -------- ---- --- ------ ------- ------- "
            + "tass COMMAND 0.5 1 300 echo 'hello'")]
    [InlineData("Get-BatchFlowRelation 7", "Flow: 7 f",
        "Rerun SourceTaskName TargetTaskName ----- -------------- -------------- True a b")]
    [InlineData("Get-BatchFlowLink 7", "Flow: 7 f",
        "LinkId SourceFlowName SourceTaskName TargetTaskNames ------ -------------- -------------- --------------- "
            + "0 g (whole flow) a 1 h t b")]
    [InlineData("(Export-BatchFlow 7).LinkRelations", "Flow: 7 f",
        "LinkId Rerun TargetTaskName ------ ----- -------------- 0 False a 1 True b")]
    [InlineData("(Get-BatchFlowTask 2924).RunMode", "TaskMode Cpu Memory MaxParallel KeyType", "Single 0.5 1 0 None")]
    [InlineData("(Export-BatchFlow 7).Parameters", "Key Value", "k v")]
    [InlineData("Get-BatchFlow bill*", "FlowId FlowName", "3005 bill_customers")]
    [InlineData("Get-BatchFlow 3005", "FlowId Active Schedule NextRun FlowName",
        "3005 on manual bill_customers")]
    [InlineData("(Get-BatchFlow 3006).Graph", "Tasks Flows Relations",
        "export_legacy, import_tariffs t_100014 -> t_100015")]
    [InlineData("(Get-BatchFlow 3003).Graph.Tasks[0]", "Tasks of: flow 3003 forecast_demand",
        "TaskId TaskName ------ -------- 100007 join_weather")]
    [InlineData("(Get-BatchFlow 3003).Graph.Flows[0]", "FlowId FlowName IsVirtual",
        "3002 watch_substations False")]
    [InlineData("(Get-BatchFlow 3003).Graph.Relations[0]", "CycleGap Rerun SourceNodeId TargetNodeId",
        "H0 True t_100007 t_100008")]
    public void Tables_show_what_an_administrator_looks_for(string script, string header, string row)
    {
        using var engine = Engine.WithSandbox();
        engine.Run(
            """$sandbox.Service.PutFlow(7, '{"name":"f","parameters":"[{\"key\":\"k\",\"value\":\"v\"}]","relations":[{"sourceTaskName":"a","targetTaskName":"b","rerun":true}],"flowLinks":[{"linkId":"0","sourceFlowName":"g"}],"taskLinks":[{"linkId":"1","sourceFlowName":"h","sourceTaskName":"t"}],"linkRelations":[{"linkId":"0","targetTaskName":"a","rerun":false},{"linkId":"1","targetTaskName":"b","rerun":true}]}')""");

        var lines = engine.Show(script).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            .Where(line => line.Length > 0).ToList();

        // A group's line has no line below it; the words above columns have.
        var isGrouped = !lines[1].StartsWith('-');
        Assert.Equal(header, lines[0]);
        Assert.Equal(row, string.Join(' ', lines.Skip(isGrouped ? 1 : 2)));
    }

    [Theory]
    [InlineData("Get-BatchFlowInstance -Status Fail",
        "Times in: GMT+8 FlowInstanceId Status TriggerTime Duration FlowName", "1:40 forecast_demand")]
    [InlineData("Get-BatchFlowInstance -Status Fail | Get-BatchFlowTaskInstance -Name forecast",
        "Run: 3003-", "Fail 4 of 4")]
    [InlineData(
        "Get-BatchFlowInstance -Status Fail | Get-BatchFlowTaskLog -Failed -Tail 1", "exit code 2", "exit code 2")]
    [InlineData("(Get-BatchFlowInstance -Status Fail | Get-BatchFlowInstance).Graph.Tasks", "Tasks of: run 3003-",
        "TaskId TaskName Status TaskInstanceId")]
    [InlineData("(Get-BatchFlowInstance -Status Fail | Get-BatchFlowInstance).Graph.Flows",
        "FlowId FlowName IsVirtual Status FlowInstanceId", "watch_substations False")]
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
    [InlineData("", "ReadWrite")]
    [InlineData("-Protected", "Confirm")]
    [InlineData("-ReadOnly -Protected", "ReadOnly")]
    public void The_table_of_connections_tells_what_becomes_of_changes(string switches, string text)
    {
        using var engine = Engine.WithSandbox();

        Assert.Matches($@"Access\s[^-]+[-\s]+one\s+{text}\s",
            engine.Show($"$sandbox | Connect-BatchFlow -Name one {switches} -PassThru"));
    }

    [Fact]
    public void An_error_is_shown_with_what_to_do_next()
    {
        using var engine = Engine.WithSandbox();

        Assert.Contains("Get-BatchFlow -Name *", engine.Show("Export-BatchFlow 666"), StringComparison.Ordinal);
    }
}
