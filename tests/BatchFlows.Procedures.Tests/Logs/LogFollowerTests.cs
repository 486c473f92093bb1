using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;
using BatchFlows.Procedures.Logs;
using CsCheck;

namespace BatchFlows.Procedures.Tests;

public class LogFollowerTests
{
    private readonly TestClock _clock = new();

    /// <summary>
    /// Any log, any places up to which it is there when it is read, and any limit that leaves a line to be known again.
    /// </summary>
    [Fact]
    public Task A_growing_log_is_given_line_by_line_and_whole() =>
        Gen.Select(Gen.Int[0, 40], Gen.Int[1, 60].Array[1, 20], Gen.Int[200, 400]).SampleAsync(
        async (count, steps, maxLength) =>
        {
            var log = string.Concat(Enumerable.Range(0, count).Select(i => $"line {i}\n")) + "the end";
            var states = new List<int> { 0 };
            while (states[^1] < log.Length)
                states.Add(Math.Min(log.Length, states[^1] + steps[states.Count % steps.Length]));
            var round = 0;
            var gateway = StubGateway.ByAction(
                ("get", _ => Task(isEnded: ++round == states.Count)),
                ("getLog", _ => Log(log[..states[round - 1]], maxLength)));

            var lines = await FollowAsync(gateway, maxLength);

            Assert.Equal(log.Split('\n'), lines.Select(line => line.Text));
            Assert.Equal(Enumerable.Range(1, count + 1), lines.Select(line => (int)line.LineNumber));
        });

    [Fact]
    public async Task It_waits_for_a_log_that_is_not_there_yet_and_reads_once_more_after_the_end()
    {
        var log = "";
        var looks = 0;
        var gateway = StubGateway.ByAction(
            ("get", _ => Task(isEnded: ++looks == 5)),
            ("getLog", _ =>
            {
                if (looks < 3) return Reply.Refusal(62109);
                return Log(log += $"{looks}\n");
            }
        ));

        Assert.Equal(["3", "4", "5"], (await FollowAsync(gateway)).Select(line => line.Text));
        Assert.Equal(Enumerable.Repeat<string[]>(["get", "getLog"], 5).SelectMany(calls => calls),
            gateway.Calls.Select(call => call.Action).Where(action => action != "getTimeZone"));
    }

    [Fact]
    public async Task Lines_know_where_they_come_from()
    {
        var gateway = StubGateway.ByAction(("get", _ => Task(isEnded: true)), ("getLog", _ => Log("text")));
        var line = (await FollowAsync(gateway))
            .Single();

        Assert.Equal(("7-1", "3-1", "load", 1L, "text"),
            (line.TaskInstanceId, line.FlowInstanceId, line.TaskName, line.LineNumber, line.Text));
        Assert.Equal(("text", "[load] text"), ($"{line}", $"{line with { HasPrefix = true }}"));
    }

    [Fact]
    public async Task It_looks_often_at_a_log_that_grows_and_seldom_at_one_that_does_not()
    {
        var looks = 0;
        await FollowAsync(
            StubGateway.ByAction(("get", _ => Task(isEnded: ++looks == 20)),
                ("getLog", _ => Log(looks < 4 ? new string('\n', looks) : looks < 15 ? "\n\n\n" : "\n\n\n\n"))));

        var waits = _clock.Waits.Select(wait => wait.TotalSeconds).ToArray();
        Assert.Equal([0.5, 0.5, 0.5, 0.75], waits.Take(4));
        Assert.Equal((10, 0.5), (waits.Max(), waits[14]));
    }

    [Fact]
    public async Task An_outage_that_passes_loses_nothing()
    {
        var looks = 0;
        var gateway = StubGateway.ByAction(
            ("get", _ => ++looks is 2 or 3 ? Reply.Refusal(62109) : Task(isEnded: looks == 4)),
            ("getLog", _ => Log($"{string.Concat(Enumerable.Range(1, looks).Select(i => $"{i}\n"))}")));

        Assert.Equal(["1", "2", "3", "4"], (await FollowAsync(gateway)).Select(line => line.Text));
    }

    [Fact]
    public async Task Logs_of_what_was_started_just_now_are_waited_for()
    {
        const string Run = "3-20260102030400", Task1 = "7-20260102030400";
        var (runLooks, taskLooks) = (0, 0);
        var gateway = StubGateway.ByAction(
            ("get", call => call["taskInstId"] is null
                ? ++runLooks < 3
                    ? Reply.Refusal(62102)
                    : $"{{\"status\":\"SUCCESS\",\"graph\":{{\"tasks\":[{{\"taskInstId\":\"{Task1}\",\"status\":\"SUCCESS\"}}]}}}}"
                : ++taskLooks < 3 ? Reply.Refusal(62102) : Task(isEnded: true, Task1)),
            ("getLog", _ => Log("text")));
        using var connection = Connect.To(gateway, _clock);
        var lines = new List<TaskLogLine>();

        await new RunLogFollower(new FlowClient(connection)).FollowAsync(Run, Give(lines));

        Assert.Equal((3, 3, "text"), (runLooks, taskLooks, lines.Single().Text));
    }

    [Fact]
    public async Task A_task_that_does_not_exist_is_an_error()
    {
        var failure = await Assert.ThrowsAnyAsync<FlowException>(
            () => FollowAsync(StubGateway.ByAction(("get", _ => Reply.Refusal(62102)))));

        Assert.Equal(FailureKind.InstanceNotFound, failure.Kind);
    }

    [Theory]
    [InlineData(5L, true)]
    [InlineData(6L, false)]
    [InlineData(null, false)]
    public async Task A_log_as_long_as_it_may_be_is_told_as_cut(long? maxLength, bool isCut)
    {
        using var connection = Connect.To(StubGateway.ByAction(("getLog", _ => Log("a\nb\nc"))), _clock);

        var log = await new LogReader(new FlowClient(connection), maxLength).ReadAsync("7-1", taskName: "load");

        Assert.Equal((isCut, "a b c"), (log.IsCut, string.Join(' ', log.Lines.Select(line => line.Text))));
    }

    [Fact]
    public async Task The_services_own_limit_counts_too()
    {
        using var connection = Connect.To(StubGateway.ByAction(("getLog", _ => Log(new string('x', 1 << 20)))), _clock);

        Assert.True((await new LogReader(new FlowClient(connection)).ReadAsync("7-1")).IsCut);
    }

    [Fact]
    public async Task The_logs_of_a_run_are_followed_from_when_their_tasks_start()
    {
        var looks = 0;
        var gateway = StubGateway.ByAction(
            ("get", call => call["taskInstId"] is { } id ? Task(isEnded: looks > 1, $"{id}") : Run(++looks)),
            ("getLog", call => Log($"{call["taskInstId"]}\n")));
        using var connection = Connect.To(gateway, _clock);
        var lines = new List<TaskLogLine>();

        await new RunLogFollower(new FlowClient(connection)).FollowAsync("3-1", Give(lines));

        Assert.Equal(["1-1", "2-1", "4-1"], lines.Select(line => line.Text).Order());

        // The first runs at once, the second later, the third never, the fourth was so quick that it is seen when it
        // has ended.
        static string Run(int look)
        {
            var nodes = string.Join(",", Node(1, look > 3 ? "SUCCESS" : "RUNNING"), Node(2, look > 2 ? "FAIL" : "INIT"),
                Node(3, "NONE"), Node(4, look > 3 ? "SUCCESS" : "READY"));
            return $"{{\"instanceId\":\"3-1\",\"status\":\"{(look > 3 ? "FAIL" : "RUNNING")}\",\"graph\":{{\"tasks\":[{nodes}]}}}}";
        }

        static string Node(int id, string status) => $"{{\"taskInstId\":\"{id}-1\",\"status\":\"{status}\"}}";
    }

    [Fact]
    public async Task Only_wanted_tasks_of_a_run_are_followed_and_a_stuck_one_ends_with_the_run()
    {
        var gateway = StubGateway.ByAction(
            ("get", call => call["taskInstId"] is null
                ? """{"status":"CANCEL","graph":{"tasks":[{"taskInstId":"1-1","status":"FAIL"},{"taskInstId":"2-1","status":"SUCCESS"}]}}"""
                : Task(isEnded: false)),
            ("getLog", call => Log($"{call["taskInstId"]}")));
        using var connection = Connect.To(gateway, _clock);
        var lines = new List<TaskLogLine>();

        await new RunLogFollower(new FlowClient(connection), isWanted: task => task.IsFailed)
            .FollowAsync("3-1", Give(lines));

        Assert.Equal("1-1", lines.Single().Text);
    }

    [Fact]
    public async Task What_the_logs_have_is_given_also_when_the_run_cannot_be_asked_any_more()
    {
        var (runLooks, isGone) = (0, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        using var connection = Connect.To(new StubGateway(AnswerAsync), _clock);
        var lines = new List<TaskLogLine>();

        await Assert.ThrowsAnyAsync<FlowException>(
            () => new RunLogFollower(new FlowClient(connection)).FollowAsync("3-1", Give(lines)));

        Assert.Equal("text", lines.Single().Text);

        async Task<object?> AnswerAsync(StubCall call, CancellationToken cancellationToken)
        {
            if (call.IsToken || call.Action == "getTimeZone") return null;
            if (call.Arguments["flowInstId"] is not null)
            {
                if (++runLooks == 1)
                    return """{"status":"RUNNING","graph":{"tasks":[{"taskInstId":"1-1","status":"RUNNING"}]}}""";
                isGone.TrySetResult();
                return Reply.Refusal(62102);
            }

            await isGone.Task; // the log comes after the run has gone
            await System.Threading.Tasks.Task.Yield();
            return call.Action == "getLog" ? Log("text") : Task(isEnded: false, "1-1");
        }
    }

    private static string Task(bool isEnded, string id = "7-1") =>
        $"{{\"instanceId\":\"{id}\",\"flowInstId\":\"3-1\",\"taskName\":\"load\",\"status\":\"{(isEnded ? "SUCCESS" : "RUNNING")}\"}}";

    private static string Log(string text, int maxLength = int.MaxValue) =>
        $"{{\"log\":{JsonSerializer.Serialize(text.Length > maxLength ? text[^maxLength..] : text)}}}";

    private static Action<TaskLog> Give(List<TaskLogLine> lines) => log =>
    {
        lock (lines) lines.AddRange(log.Lines);
    };

    private async Task<List<TaskLogLine>> FollowAsync(StubGateway gateway, long? maxLength = null)
    {
        using var connection = Connect.To(gateway, _clock, retries: 0);
        var lines = new List<TaskLogLine>();
        await new LogFollower(new FlowClient(connection), maxLength).FollowAsync("7-1", Give(lines));
        return lines;
    }
}
