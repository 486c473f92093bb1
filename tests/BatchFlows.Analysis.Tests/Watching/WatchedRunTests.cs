using System;
using System.Linq;
using System.Text.Json;
using BatchFlows.Analysis.Diagrams;
using BatchFlows.Analysis.Statistics;
using BatchFlows.Analysis.Watching;
using BatchFlows.Model;

namespace BatchFlows.Analysis.Tests;

public class WatchedRunTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 1, 3, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData(2, null, null, "")]
    [InlineData(2, null, 180, "usually 3:00")]
    [InlineData(2, 130, null, "2:10")]
    [InlineData(2, 130, 180, "2:10 of usually 3:00")]
    [InlineData(1, 185, 180, "3:05, usually 3:00")]
    [InlineData(1, null, 180, "")]
    [InlineData(10, null, 180, "")]
    [InlineData(8, 5, 180, "0:05")]
    public void Words_CompareWithWhatIsUsual(int status, int? elapsed, int? usual, string expected) =>
        Assert.Equal(expected, Elapsed.Words(Seconds(elapsed), Seconds(usual), (InstanceStatus)status));

    [Theory]
    [InlineData(2, "01:00:50", null, 130)]
    [InlineData(2, "01:03:30", null, 0)] // the clocks differ a little
    [InlineData(2, "01:10:00", null, null)] // and too much
    [InlineData(2, null, null, null)]
    [InlineData(5, "01:00:50", null, null)] // waits for its next try
    [InlineData(1, "01:00:50", "01:01:00", 10)]
    [InlineData(1, "01:00:50", null, null)]
    [InlineData(1, "01:00:50", "01:00:00", null)]
    public void Time_RunsUntilTheEnd(int status, string? start, string? end, int? seconds) =>
        Assert.Equal(Seconds(seconds), Elapsed.Of(Time(start), Time(end), (InstanceStatus)status, Now));

    [Fact]
    public void Changes_AreEachToldOnce_InTheOrderOfTheirTimes()
    {
        var first = Run(2, "SUCCESS", "RUNNING", "NONE")
            .With(Task("t2", 2, "01:01:00", null), Task("t1", 1, "01:00:10", "01:00:50"));
        var second = Run(-1, "SUCCESS", "FAIL", "NONE")
            .With(Task("t1", 1, "01:00:10", "01:00:50"), Task("t2", -1, "01:01:00", "01:02:00"));

        Assert.Equal(
            ["01:00:00 f 3-1 Running 3:00", "01:00:50 t1 Success 0:40, usually 0:30", "01:01:00 t2 Running 2:00"],
            Changes(null, first));
        Assert.Empty(Changes(first, first));
        Assert.Equal(["01:02:00 t2 Failed 1:00", "01:02:30 f 3-1 Failed 2:30"], Changes(first, second));
    }

    [Fact]
    public void NextTry_IsAChange()
    {
        var first = Run(2, "RUNNING").With(Task("t1", 2, "01:00:10", null));
        var second = Run(2, "RUNNING").With(Task("t1", 2, "01:02:00", null, 2));

        Assert.Equal(["01:02:00 t1 Running 1:00 of usually 0:30, try 2 of 4"], Changes(first, second));
    }

    [Fact]
    public void TaskThatEndedAfterTheRunWasRead_HasEnded() => Assert.Equal(
        DiagramMark.Success, Run(2, "RUNNING").With(Task("t1", 1, "01:00:10", "01:00:20")).Tasks.Single().Mark);

    [Fact]
    public void Part_ShowsWhatRunsAndFailed_AndCountsTheOthers()
    {
        var run = Run(2, "SUCCESS", "FAIL", "NONE", "RUNNING", "SUCCESS").With();

        var (part, others) = WatchedDiagram.PartOf(run, Now, 5);
        Assert.Equal(["t2", "t4"], part.Nodes.Select(node => node.Label));
        Assert.Equal("3 more: 2 success, 1 not started", others);

        (part, others) = WatchedDiagram.PartOf(run, Now, 1);
        Assert.Equal(["t4"], part.Nodes.Select(node => node.Label));
        Assert.Equal("4 more: 2 success, 1 failed, 1 not started", others);
    }

    [Fact]
    public void UsualTimes_AreMediansOfWhatSucceeded()
    {
        var usual = UsualTimes.Of(
            [Detail(10, 100), Detail(30, 120), Detail(20, 500), new RunDetail(new RunFact(), [], [])]);

        Assert.Equal(TimeSpan.FromSeconds(120), usual.Flow);
        Assert.Equal(TimeSpan.FromSeconds(20), usual.Of("A"));
        Assert.Null(usual.Of("failed"));
        Assert.Null(usual.Of(null));
    }

    private static RunDetail Detail(int task, int flow)
    {
        var start = new DateTime(2026, 1, 1);
        return new RunDetail(
            new RunFact { Outcome = new(InstanceStatus.Success, start, null, TimeSpan.FromSeconds(flow)) },
            [
                new TaskFact("a", InstanceStatus.Success, start, start.AddSeconds(task), 0),
                new TaskFact("failed", InstanceStatus.Fail, start, start.AddSeconds(9), 0)],
            []);
    }

    private static string[] Changes(WatchedRun? before, WatchedRun after) => [.. RunChange.Between(before, after, Now)
        .Select(
            change => FormattableString.Invariant(
                $"{change.Time:HH:mm:ss} {change.Name} {change.Mark} {change.Note}"))];

    private static TimeSpan? Seconds(int? seconds) => seconds is { } known ? TimeSpan.FromSeconds(known) : null;

    private static ServiceTime? Time(string? time) =>
        time is null ? null : new ServiceTime($"2026-01-02 {time}", new ServerZone("GMT+8"));

    private static FlowInstance Run(int status, params string[] tasks) => new(
        JsonDocument.Parse($$$"""
            {"instanceId":"3-1","flowId":3,"flowName":"f","status":{{{status}}},"startTime":"2026-01-02 01:00:00","endTime":{{{(status == 2 ? "null" : "\"2026-01-02 01:02:30\"")}}},
            "graph":{"tasks":[{{{string.Join(",", tasks.Select((task, i) => $$"""{"taskName":"t{{i + 1}}","nodeId":"n{{i + 1}}","taskInstId":"t{{i + 1}}","status":"{{task}}"}"""))}}}],
            "relations":[]}}
            """).RootElement,
        new Origin("test", new ServerZone("GMT+8")));

    private static TaskInstance Task(string id, int status, string start, string? end, int number = 1) => new(
        JsonDocument.Parse($$"""
            {"instanceId":"{{id}}","status":{{status}},"startTime":"2026-01-02 {{start}}","endTime":"{{(end is null ? "" : $"2026-01-02 {end}")}}","runNum":{{number}},"recallLimit":3}
            """).RootElement,
        new Origin("test", new ServerZone("GMT+8")));
}

file static class Watched
{
    public static WatchedRun With(this FlowInstance run, params TaskInstance[] tasks) => new(
        run, tasks.ToDictionary(task => task.TaskInstanceId!),
        UsualTimes.None with { Tasks = new System.Collections.Generic.Dictionary<string, TimeSpan> { ["t1"] = TimeSpan.FromSeconds(30) } });
}
