using System;
using System.Text.Json;
using BatchFlows.Analysis.Diagnosis;
using BatchFlows.Analysis.MissedRuns;
using BatchFlows.Analysis.Statistics;
using BatchFlows.Model;

namespace BatchFlows.Analysis.Tests;

public class CauseWordsTests
{
    private static readonly UpstreamProblem Failed = new(9, "up", "up/t", "failed (9-1)") { FlowInstanceId = "9-1" };
    private static readonly UpstreamProblem Missing = new(9, "up", "up", "has no earlier run in the window");
    private static readonly UpstreamProblem Early =
        new(9, "up", "up", "had last succeeded at 2026-01-01 01:00") { HasSucceeded = true };

    [Theory]
    [InlineData("SUCCESS", null, null, "The run succeeded.", "")]
    [InlineData("FAIL", null, null, "The run ended as Fail, and no task of it failed.", "Start-BatchFlow 3 -Wait")]
    [InlineData("WAIT", null, null, "The run has not started.", "Wait-BatchFlowInstance 3-2")]
    [InlineData(
        "WAIT", null, "3-1", "The run has not started. It is behind run 3-1 of the flow, which has not ended.",
        "Debug-BatchFlowInstance 3-1")]
    [InlineData(
        "WAIT", "failed", "3-1", "The run has not started. It waits for 'up/t', which failed (9-1).",
        "Debug-BatchFlowInstance 9-1")]
    [InlineData(
        "SKIP", "missing", null,
        "The service skipped the run. It waits for 'up', which has no earlier run in the window.",
        "Find-BatchFlowMissedRun 9 -Last 7d")]
    [InlineData(
        "WAIT", "early", null,
        "The run has not started. It waits for 'up', which had last succeeded at 2026-01-01 01:00.",
        "Get-BatchFlowSchedule 9 -Next 1")]
    public void Run_WithoutAFailedTask_IsExplained(
        string status, string? upstream, string? ahead, string cause, string next)
    {
        var run = Run(status, hasStarted: false);
        UpstreamProblem[] open = upstream switch
        {
            "failed" => [Failed],
            "missing" => [Missing],
            "early" => [Early],
            _ => [],
        };

        Assert.Equal(cause, CauseWords.Of(run, open, ahead, elapsed: null, usual: null, delay: null));
        Assert.Equal(next, CauseWords.NextStep(run, open, ahead, isSlow: false, isRecovered: false));
    }

    [Theory]
    [InlineData(null, 170, "")]
    [InlineData(60, null, " It has run for 1:00.")]
    [InlineData(143086, 170, " It has run for 39:44:46; usually it takes 2:50.")]
    public void Run_ThatHasNotEnded_IsComparedWithOthers(int? elapsed, int? usual, string time) => Assert.Equal(
        $"The run has not ended, and no task of it failed.{time} Running: 'b', 'c'.",
        CauseWords.Of(Run("RUNNING"), [], "3-1", Seconds(elapsed), Seconds(usual), delay: null));

    [Theory]
    [InlineData("SUCCESS", true, null, "The run succeeded. It started 42:00 late.")]
    [InlineData(
        "SUCCESS", true, "3-1",
        "The run succeeded. It started 42:00 late, behind 3-1, which ended at 2026-01-02 01:40.")]
    [InlineData("WAIT", false, null, "The run has not started. It has waited for 42:00.")]
    [InlineData(
        "WAIT", false, "3-1",
        "The run has not started. It has waited for 42:00. It is behind run 3-1 of the flow, which has not ended.")]
    public void Run_ThatIsLate_IsToldHowLate(string status, bool hasStarted, string? ahead, string cause)
    {
        var before = ahead is null ? null : new RunFact
        {
            FlowInstanceId = ahead,
            Start = new(2026, 1, 2, 1, 0, 0),
            Outcome = new(null, null, null, TimeSpan.FromMinutes(40)),
        };
        var delay = new StartDelay(TimeSpan.FromMinutes(42), hasStarted, before);

        Assert.Equal(
            cause,
            CauseWords.Of(Run(status, hasStarted), [], hasStarted ? null : ahead, elapsed: null, usual: null, delay));
    }

    [Theory]
    [InlineData("RUNNING", false, false, "Wait-BatchFlowInstance 3-2")]
    [InlineData("RUNNING", true, false, "Get-BatchFlowTaskLog -FlowInstanceId 3-2 -Tail 20")]
    [InlineData("FAIL", false, true, "")]
    [InlineData("SKIP", false, true, "")]
    public void NextStep_DependsOnWhatOtherRunsDid(string status, bool isSlow, bool isRecovered, string next) =>
        Assert.Equal(next, CauseWords.NextStep(Run(status), [], null, isSlow, isRecovered));

    [Theory]
    [InlineData(
        2, 1, 0, "Task 't' ended with exit code 2; 0 counts as success.", "Start-BatchFlow 3 -FromTask t -Wait")]
    [InlineData( // the service lost sight of a task that succeeded: Airflow issue 12396
        0, 1, 0, "Task 't' ended as Fail, although its log shows exit code 0.", "Start-BatchFlow 3 -FromTask t -Wait")]
    [InlineData(null, 3, 0, "Task 't' ended as Fail in each of 3 tries.", "Start-BatchFlow 3 -FromTask t -Wait")]
    [InlineData(
        null, 2, 1800, "Task 't' took longer than its time limit of 1800 s in each of 2 tries.",
        "Measure-BatchFlow 3 -By Task -Last 30d")]
    [InlineData(
        null, 1, -1, "Task 't' took longer than its time limit.", "Measure-BatchFlow 3 -By Task -Last 30d")]
    public void FailedTask_IsExplained(int? exitCode, int tries, int limit, string cause, string next)
    {
        var task = Task("t", tries, limit);

        Assert.Equal(cause, CauseWords.Of(task, exitCode, "0"));
        Assert.Equal(next, CauseWords.NextStep(Run("FAIL"), task, isRecovered: false));
    }

    [Theory]
    [InlineData("it's", "'it''s'")]
    [InlineData("it\u2019s; exit", "'it\u2019\u2019s; exit'")]
    [InlineData("$(x) `y", "'$(x) `y'")]
    public void NextStep_QuotesNames_AndIsEmptyAfterALaterSuccess(string name, string quoted)
    {
        Assert.Equal(
            $"Start-BatchFlow 3 -FromTask {quoted} -Wait",
            CauseWords.NextStep(Run("FAIL"), Task(name, 1, 0), isRecovered: false));
        Assert.Equal("", CauseWords.NextStep(Run("FAIL"), Task(name, 1, 0), isRecovered: true));
    }

    private static TimeSpan? Seconds(int? seconds) => seconds is { } known ? TimeSpan.FromSeconds(known) : null;

    private static FlowInstance Run(string status, bool hasStarted = true) => new(
        JsonDocument.Parse(JsonSerializer.Serialize(new
        {
            instanceId = "3-2",
            flowId = 3,
            status,
            startTime = hasStarted ? "2026-01-02 01:00:00" : null,
            graph = new
            {
                tasks = new[]
                {
                    new { taskName = "a", status = "SUCCESS" }, new { taskName = "b", status = "RUNNING" },
                    new { taskName = "c", status = "RERUN" },
                },
            },
        })).RootElement,
        new Origin("test", new ServerZone("GMT+8")));

    /// <param name="limit">
    /// 0 for a task that failed, -1 for one that took longer than a limit that is not known.
    /// </param>
    private static TaskInstance Task(string name, int tries, int limit) => new(
        JsonDocument.Parse(JsonSerializer.Serialize(new
        {
            taskName = name,
            status = limit == 0 ? "FAIL" : "TIMEOUT",
            runNum = tries,
            timeout = limit > 0 ? limit : (int?)null,
        })).RootElement,
        new Origin("test", new ServerZone("GMT+8")));
}
