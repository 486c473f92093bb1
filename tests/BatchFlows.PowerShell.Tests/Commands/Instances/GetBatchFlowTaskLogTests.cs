using System;
using System.Linq;
using System.Management.Automation;

namespace BatchFlows.PowerShell.Tests;

public class GetBatchFlowTaskLogTests
{
    [Fact]
    public void Failed_runs_of_the_last_day_show_their_logs()
    {
        using var engine = Runs.Start();

        var shown = engine.Show("Get-BatchFlowInstance -Status Fail | Get-BatchFlowTaskLog -Failed -Tail 2");

        Assert.Equal("ERROR: weather of  is incomplete, 3 of 48 hours are missing\nexit code 2",
            System.Text.RegularExpressions.Regex.Replace(shown, @"\d{4}-\d\d-\d\d", "").Trim());
    }

    [Fact]
    public void Logs_of_a_run_come_task_by_task_with_a_prefix_and_without_those_that_did_not_start()
    {
        using var engine = Runs.Start();
        Runs.Put(engine, 7, "echo a", "echo b", "exit 3", "echo c");

        var result = engine.Run(
            "$id = run 7; $sandbox.Service.Clock.Advance([timespan]::FromMinutes(1))",
            "Get-BatchFlowTaskLog -FlowInstanceId $id -Pattern '^(a|b|exit.*|run num.*)$' -Verbose | ForEach-Object { "
                + "\"$_\" }");

        Assert.Empty(result.Errors);
        Assert.Equal(
            ["[t1] run num:\t1", "[t1] a", "[t2] run num:\t1", "[t2] b", "[t3] run num:\t1", "[t3] exit code 3"],
            result.Texts);
        Assert.Contains(result.Messages, message => message.StartsWith("Task 't4' (", StringComparison.Ordinal));
    }

    [Fact]
    public void A_single_log_has_no_prefix_and_its_lines_know_where_they_come_from()
    {
        using var engine = Runs.Start();
        Runs.Put(engine, 7, "echo a", "echo b");

        var result = engine.Run(
            "$id = run 7; $sandbox.Service.Clock.Advance([timespan]::FromMinutes(1)); $task = (Get-BatchFlowInstance "
                + "$id).Graph.Tasks[1]",
            "$task | Get-BatchFlowTaskLog -Tail 1 | ForEach-Object { \"$_\", $_.TaskName, ($_.TaskInstanceId -eq "
                + "$task.TaskInstanceId), ($_.FlowInstanceId -eq $id), ($_.LineNumber -gt 1), $_.ConnectionName }",
            "Get-BatchFlowTaskLog -FlowInstanceId $id -Name t2 -Tail 1 | ForEach-Object { \"$_\" }",
            "(Get-BatchFlowTaskLog $task.TaskInstanceId)[0].LineNumber");

        Assert.Empty(result.Errors);
        Assert.Equal(["b", "t2", "True", "True", "True", "sandbox", "b", "1"], result.Texts);
    }

    [Theory]
    [InlineData("-Pattern ECHO", 1)]
    [InlineData("-Pattern '(?-i)ECHO'", 0)]
    [InlineData("-Tail 0", 0)]
    [InlineData("-Tail 3", 3)]
    [InlineData("-Pattern : -Tail 2", 2)]
    [InlineData("-Pattern nothing", 0)]
    public void Lines_are_chosen_by_pattern_and_from_the_end(string wishes, int count)
    {
        using var engine = Runs.Start();
        Runs.Put(engine, 7, "echo a");

        var result = engine.Run("$id = run 7; $sandbox.Service.Clock.Advance([timespan]::FromMinutes(1))",
            $"@(Get-BatchFlowTaskLog -FlowInstanceId $id {wishes}).Count");

        Assert.Empty(result.Errors);
        Assert.Equal($"{count}", result.Texts.Single());
    }

    [Fact]
    public void A_log_that_was_cut_is_warned_of()
    {
        using var engine = Runs.Start();

        var result = engine.Run("$task = (Get-BatchFlowInstance -Status Fail).Graph.Tasks[1]",
            "$null = $task | Get-BatchFlowTaskLog", "$null = $task | Get-BatchFlowTaskLog -MaxLength 20");

        Assert.Contains("was truncated by the service", Assert.Single(result.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_following_a_task_without_a_log_is_an_error()
    {
        using var engine = Runs.Start();

        var result = engine.Run("$task = (Get-BatchFlowInstance -Status Fail).Graph.Tasks[2]",
            "$task | Get-BatchFlowTaskLog; Get-BatchFlowTaskLog none");

        Assert.Equal([engine.Run("$task.TaskInstanceId").Texts.Single(), "none"],
            result.Errors.Select(error => error.TargetObject));
        Assert.All(result.Errors,
            error => Assert.StartsWith("InstanceNotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal));
    }

    [Fact]
    public void A_pattern_that_is_none_is_an_error()
    {
        using var engine = new Engine();

        Assert.StartsWith("RequestInvalid,",
            engine.Run("Get-BatchFlowTaskLog 1-1 -Pattern '('").Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_task_is_followed_from_before_its_log_is_there_to_its_end()
    {
        using var engine = Runs.Start();
        Runs.Put(engine, 7, "sleep 60", "sleep 40");
        var clock = Clock(engine);
        engine.Run("$sandbox.Service.Clock.Speed = 0; $id = run 7; $task = (Get-BatchFlowInstance $id).Graph.Tasks[1]");
        using var output = new PSDataCollection<PSObject>();
        using var shell = Runs.Begin(
            engine, "$task | Get-BatchFlowTaskLog -Follow -Pattern ' of 40 s' | ForEach-Object { \"$_\" }", output);

        Advance(clock, 85);
        Runs.WaitUntil(() => output.Count == 2);
        Advance(clock, 1000);
        Runs.WaitUntil(() => shell.InvocationStateInfo.State == PSInvocationState.Completed);

        Assert.Empty(shell.Streams.Error);
        Assert.Equal(
            ["10 s of 40 s", "20 s of 40 s", "30 s of 40 s", "40 s of 40 s"], output.Select(line => $"{line}"));
    }

    [Fact]
    public void A_run_is_followed_through_all_its_tasks()
    {
        using var engine = Runs.Start();
        Runs.Put(engine, 7, "sleep 20", "sleep 10", "exit 3", "echo never");

        var result = engine.Run("$id = run 7; $sandbox.Service.Clock.Speed = 30",
            "Get-BatchFlowTaskLog -FlowInstanceId $id -Follow -Pattern ' s of |exit code' | ForEach-Object { \"$_\" }");

        Assert.Empty(result.Errors);
        Assert.Equal(
            ["[t1] 10 s of 20 s", "[t1] 20 s of 20 s", "[t2] 10 s of 10 s", "[t3] exit code 3"], result.Texts.Order());
    }

    [Fact]
    public void Following_with_a_tail_begins_at_the_tail()
    {
        using var engine = Runs.Start();
        Runs.Put(engine, 7, "sleep 1000");
        var clock = Clock(engine);
        engine.Run(
            "$sandbox.Service.Clock.Speed = 0; $id = run 7; "
                + "$sandbox.Service.Clock.Advance([timespan]::FromSeconds(105))");
        using var output = new PSDataCollection<PSObject>();
        using var shell = Runs.Begin(
            engine, "(Get-BatchFlowInstance $id).Graph.Tasks | Get-BatchFlowTaskLog -Follow -Tail 2 | ForEach-Object { "
                + "\"$_\" }", output);

        Runs.WaitUntil(() => output.Count == 2);
        Advance(clock, 10);
        Runs.WaitUntil(() => output.Count == 3);
        shell.Stop();

        Assert.Equal(["90 s of 1000 s", "100 s of 1000 s", "110 s of 1000 s"], output.Select(line => $"{line}"));
    }

    private static PSObject Clock(Engine engine) => engine.Run("$sandbox.Service.Clock").Output.Single();

    private static void Advance(PSObject clock, int seconds) =>
        clock.Methods["Advance"].Invoke(TimeSpan.FromSeconds(seconds));
}
