using System;
using System.Linq;

namespace BatchFlows.PowerShell.Tests;

public class GetBatchFlowTests
{
    [Theory]
    [InlineData("Get-BatchFlow 3001")]
    [InlineData("Get-BatchFlow -FlowId '3001'")]
    [InlineData("3001 | Get-BatchFlow")]
    [InlineData("Get-BatchFlow 3001 -Detailed")]
    [InlineData("Get-BatchFlow 'etl_*' | Get-BatchFlow -Detailed")]
    [InlineData("'3001' | Get-BatchFlow")]
    [InlineData("[pscustomobject]@{ FlowId = '3001' } | Get-BatchFlow")]
    [InlineData("Export-BatchFlow 3001 | Get-BatchFlow")]
    [InlineData("Get-BatchFlowTask 3001 -Name load_readings | Get-BatchFlow")]
    [InlineData("Get-BatchFlow 'etl_*' | Get-BatchFlow")]
    [InlineData("(Get-BatchFlow 3001).Graph.Tasks[0] | Get-BatchFlow")]
    [InlineData("Get-BatchFlow 'ETL_*' -Detailed")]
    [InlineData("Get-BatchFlow -Path energy/meters -Name *meter* -Detailed")]
    [InlineData("Get-BatchFlow -Owner anna.keller -Name etl*")]
    public void A_flow_comes_whole(string script)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            $"{script} | ForEach-Object "
                + $"{{ $_.GetType().Name; $_.FlowId; $_.FlowName; $_.Cron; $_.Graph.Tasks.Count; $_.ConnectionName }}");

        Assert.Empty(result.Errors);
        Assert.Equal(["Flow", "3001", "etl_meter_readings", "0 30 1 * * ? *", "4", "sandbox"], result.Texts);
    }

    [Theory]
    [InlineData("Get-BatchFlow", "2924 3001 3002 3003 3004 3005 3006")]
    [InlineData("Get-BatchFlow *", "2924 3001 3002 3003 3004 3005 3006")]
    [InlineData("Get-BatchFlow etl_meter_readings", "3001")]
    [InlineData("Get-BatchFlow *_demand, BILL*", "3003 3005")]
    [InlineData("Get-BatchFlow '[ew]*'", "3001 3002")]
    [InlineData("Get-BatchFlow no_such_*", "")]
    [InlineData("Get-BatchFlow -Mine", "2924 3001 3002 3003 3004 3005 3006")]
    [InlineData("Get-BatchFlow watch* -Mine", "3002")]
    [InlineData("Get-BatchFlow -Path energy", "")]
    [InlineData("Get-BatchFlow -Path energy -Recurse", "3001 3002 3003")]
    [InlineData("Get-BatchFlow -Path energy/forecast/, billing", "3003 3005 3006")]
    [InlineData("Get-BatchFlow -Recurse", "2924 3004 3001 3002 3003 3005 3006")]
    [InlineData("Get-BatchFlow f* -Path / -Recurse", "3003")]
    [InlineData("Get-BatchFlow -SortBy CreateTime -Descending", "3006 3005 3004 3003 3002 3001 2924")]
    [InlineData("Get-BatchFlow -Owner *.KELLER", "3001 3003 3004")]
    [InlineData("Get-BatchFlow -Owner maria.rossi -Path billing", "3005")]
    public void Lists_give_what_is_wanted(string script, string ids)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run($"{script} | ForEach-Object FlowId");

        Assert.Empty(result.Errors);
        Assert.Equal(ids, string.Join(' ', result.Texts));
    }

    [Fact]
    public void Directories_are_taken_from_the_pipeline_and_asked_for_once()
    {
        using var engine = Engine.WithSandbox();
        engine.Run(
            "function Ids($directory) { $directory.DirectoryId; $directory.Directories | ForEach-Object { Ids $_ } }",
            "function Directories { Ids ((Get-BatchFlowDirectory /)) | ForEach-Object { [pscustomobject]@{ DirectoryId "
                + "= $_; Path = 'x' } } }",
            "$directories = Directories; $sandbox.Service.ResetCounters()");

        var result = engine.Run("$directories | Get-BatchFlow | ForEach-Object FlowId",
            "$sandbox.Service.CallCounts['List Workflow Directories']");

        Assert.Empty(result.Errors);
        Assert.Equal(["2924", "3001", "3002", "3003", "3004", "3005", "3006", "1"],
            result.Texts.Order(StringComparer.Ordinal).Skip(1).Append(result.Texts.Last()));
    }

    [Fact]
    public void All_pages_come_and_the_next_is_asked_for_when_its_turn_comes()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "$sandbox.Service.AddFlows(120)",
            "Get-BatchFlow load_* | ForEach-Object { '{0}:{1}' -f $_.FlowName, $sandbox.Service.CallCounts['Search "
                + "Flow'] }");

        Assert.Empty(result.Errors);
        Assert.Equal(Enumerable.Range(1, 120).Select(n => $"load_{n:00000}:{1 + (n - 1) / 50}"), result.Texts);
    }

    [Fact]
    public void Wanting_no_more_flows_asks_for_no_more_pages()
    {
        using var engine = Engine.WithSandbox();
        engine.Run("$sandbox.Service.AddFlows(120)");

        // 'break' leaves the pipeline in the same way as Select-Object -First.
        var result = engine.Run("foreach ($once in 1) { Get-BatchFlow load_* | ForEach-Object { $_.FlowName; break } }",
            "$sandbox.RequestCount");

        Assert.Equal(["load_00001", "1"], result.Texts);
    }

    [Fact]
    public void Whole_flows_come_in_order_and_a_flow_that_fails_is_one_error()
    {
        using var engine = Engine.WithSandbox(retries: 0);
        engine.Run("$sandbox.Service.AddFlows(70); $sandbox.Service.InjectFault('ServiceFailed', 1, 'Get Flow')");

        var result = engine.Run("Get-BatchFlow load_* -Detailed");

        Assert.StartsWith("ServiceFailed,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(69, result.Output.Count);
        Assert.Equal(result.Texts.Order(StringComparer.Ordinal), result.Texts);
    }

    [Theory]
    [InlineData("Get-BatchFlow 666", "FlowNotFound", 666L)]
    [InlineData("Get-BatchFlow no_such_flow", "FlowNotFound", "no_such_flow")]
    [InlineData("Get-BatchFlow no_such_flow -Mine", "FlowNotFound", "no_such_flow")]
    [InlineData("Get-BatchFlow no_such_flow -Path billing", "FlowNotFound", "no_such_flow")]
    [InlineData("Get-BatchFlow -Path no/such", "DirectoryNotFound", "no/such")]
    [InlineData("Get-BatchFlow -DirectoryId '0'", "DirectoryNotFound", "0")]
    public void What_is_not_there_is_an_error(string script, string id, object target)
    {
        using var engine = Engine.WithSandbox();

        var error = engine.Run(script).Error;

        Assert.Equal(($"{id},BatchFlows.Commands.GetBatchFlowCommand", target),
            (error.FullyQualifiedErrorId, error.TargetObject));
    }

    [Fact]
    public void A_name_is_not_missed_where_not_all_was_looked_at()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run("Get-BatchFlow bill_customers -Path no/such, energy",
            "$sandbox.Service.InjectFault('ServiceFailed', 9); Get-BatchFlow bill_customers");

        Assert.Equal(["DirectoryNotFound", "ServiceFailed"],
            result.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
    }

    [Theory]
    [InlineData("*load*er*", "load")]
    [InlineData("a[bc]def?g", "def")]
    [InlineData("plain", "plain")]
    [InlineData("a`*bc", "bc")]
    [InlineData("*", "")]
    public void The_service_looks_for_the_longest_plain_part_of_a_name(string name, string part)
    {
        using var engine = Engine.WithSandbox();
        engine.Run("1..60 | ForEach-Object { $sandbox.Service.PutFlow($_, '{\"name\":\"other' + $_ + '\"}') }",
            $"$sandbox.Service.PutFlow(99, '{{\"name\":\"x{part}y\"}}')");

        engine.Run($"Get-BatchFlow '{name}'");

        // Of 68 flows the service gives more than one page only when it looks for nothing. Another page shows that it
        // was the last, and page 0, asked for once on a connection, that the first one is 1.
        Assert.Equal(
            part.Length == 0 ? "4" : "3", engine.Run("$sandbox.Service.CallCounts['Search Flow']").Texts.Single());
    }

    [Theory]
    [InlineData(50, 1)]
    [InlineData(10, 0)]
    public void A_page_that_comes_again_is_warned_of(int before, int warnings)
    {
        using var engine = Engine.WithSandbox();

        // As many new flows before all others as a page has: the second page is what the first one was.
        var result = engine.Run(
            "$sandbox.Service.AddFlows(100); $n = 0",
            $"Get-BatchFlow | ForEach-Object "
                + $"{{ if (!$n++) {{ 1..{before} | ForEach-Object {{ $sandbox.Service.PutFlow($_, \"{{`\"name`\":`\"new$_`\"}}\") }} }} }}");

        Assert.Empty(result.Errors);
        Assert.Equal(warnings,
            result.Messages.Count(message => message.Contains("the list may be incomplete", StringComparison.Ordinal)));
    }
}
