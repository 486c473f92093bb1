using System;
using System.Linq;
using System.Management.Automation;

namespace BatchFlows.PowerShell.Tests;

public class WaitBatchFlowInstanceTests
{
    [Fact]
    public void A_failed_run_can_be_caught_and_names_its_failed_tasks()
    {
        using var engine = Runs.Start();
        Runs.Put(engine, 7, "echo a", "exit 3", "echo b");

        var result = engine.Run(
            "$id = run 7; $sandbox.Service.Clock.Speed = 100",
            "try { Wait-BatchFlowInstance $id -ErrorAction Stop; 'went well' } catch "
                + "[BatchFlows.InstanceFailedException] { $_.Exception.Instance.FailedTasks; $_.TargetObject -eq $id; "
                + "$_.FullyQualifiedErrorId; $_.Exception.Message -replace $id }");

        Assert.Empty(result.Errors);
        Assert.Equal(
            ["t2", "True", "InstanceFailed,BatchFlows.Commands.WaitBatchFlowInstanceCommand",
                "The run  of flow 'f7' ended as FAIL. Failed tasks: t2 (FAIL). See why: Get-BatchFlowTaskLog "
                    + "-FlowInstanceId  -Failed -Tail 20."],
            result.Texts);
    }

    [Theory]
    [InlineData("echo a", "True")]
    [InlineData("exit 3", "False")]
    public void Success_is_told_by_the_shell(string command, string isSuccess)
    {
        using var engine = Runs.Start();
        Runs.Put(engine, 7, command);

        var result = engine.Run("$id = run 7; $sandbox.Service.Clock.Advance([timespan]::FromMinutes(1))",
            "Wait-BatchFlowInstance $id -ErrorAction SilentlyContinue; $?");

        Assert.Equal(isSuccess, result.Texts.Single());
    }

    [Fact]
    public void Runs_are_written_as_they_end_also_those_that_failed_or_were_cancelled()
    {
        using var engine = Runs.Start();
        Runs.Put(engine, 7, "sleep 400");
        Runs.Put(engine, 8, "exit 3");
        Runs.Put(engine, 9, "sleep 9000");

        var result = engine.Run(
            "$ids = (run 7), (run 8), (run 9); Stop-BatchFlowInstance $ids[2]; $sandbox.Service.Clock.Speed = 100",
            "$ids | Wait-BatchFlowInstance -PassThru | ForEach-Object { $_.FlowId }");

        Assert.Equal(["8", "9"], result.Texts.Take(2).Order());
        Assert.Equal("7", result.Texts.Last());
        Assert.Equal(2, result.Errors.Count);
        Assert.Contains(
            result.Errors, error => error.Exception.Message.Contains("ended as CANCEL.", StringComparison.Ordinal));
    }

    [Fact]
    public void What_does_not_end_in_time_is_an_error_and_goes_on()
    {
        using var engine = Runs.Start();

        var result = engine.Run("$run = Get-BatchFlowInstance -Status Running",
            "$run | Wait-BatchFlowInstance -TimeoutSeconds 0 -PassThru", "($run | Get-BatchFlowInstance).Status");

        Assert.StartsWith("WaitTimedOut,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(["Running"], result.Texts);
        Assert.Equal(ErrorCategory.OperationTimeout, result.Error.CategoryInfo.Category);
    }

    [Fact]
    public void Several_hundred_are_waited_for_at_once()
    {
        using var engine = Runs.Start();

        var result = engine.Run(
            "$ids = foreach ($i in 1..300) { $sandbox.Service.PutFlow($i, '{\"name\":\"f' + $i + "
                + "'\",\"tasks\":[{\"name\":\"t\",\"cmd\":\"echo a\"}]}'); run $i }",
            "$sandbox.Service.Clock.Advance([timespan]::FromMinutes(5)); $sandbox.Service.ResetCounters()",
            "@($ids | Wait-BatchFlowInstance -PassThru).Count; $sandbox.Service.CallCounts['Get Flow Instance']");

        Assert.Empty(result.Errors);
        Assert.Equal(["300", "300"], result.Texts);
    }

    [Fact]
    public void A_run_that_is_not_there_is_an_error_and_the_others_are_waited_for()
    {
        using var engine = Runs.Start();

        var result = engine.Run("$id = (Get-BatchFlowInstance -FlowId 3001).FlowInstanceId",
            "'none', $id | Wait-BatchFlowInstance -PassThru");

        Assert.Equal("none", result.Error.TargetObject);
        Assert.Single(result.Output);
    }

    [Fact]
    public void Progress_is_shown_and_taken_off_again()
    {
        using var engine = Runs.Start();
        Runs.Put(engine, 7, "sleep 30", "echo b");
        using var shell = System.Management.Automation.PowerShell.Create(engine.Runspace)
            .AddScript("$id = run 7; $sandbox.Service.Clock.Speed = 100; Wait-BatchFlowInstance $id");

        shell.Invoke();

        var status = shell.Streams.Progress[0].StatusDescription;
        Assert.StartsWith("0 of 1 have ended. ", status, StringComparison.Ordinal);
        Assert.Contains("t1 RUNNING, t2", status, StringComparison.Ordinal);
        Assert.Equal(ProgressRecordType.Completed, shell.Streams.Progress.Last().RecordType);
    }

    [Fact]
    public void Without_a_connection_it_is_one_error()
    {
        using var engine = new Engine();

        Assert.StartsWith("NotConnected,",
            engine.Run("'1-1', '2-2' | Wait-BatchFlowInstance").Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }
}
