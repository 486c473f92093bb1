using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Analysis.Watching;
using BatchFlows.Client;
using BatchFlows.Procedures.Instances;
using BatchFlows.Procedures.Watching;

namespace BatchFlows.Procedures.Tests;

/// <summary>Runs by a script: each look at a run finds its next state.</summary>
public class RunWatcherTests
{
    /// <summary>An answer that does not come.</summary>
    private static readonly object Never = new();

    private readonly TestClock _clock = new();
    private readonly ConcurrentQueue<WatchedRun> _seen = new();
    private readonly ConcurrentQueue<string> _asked = new();
    private Func<string, object> _taskAnswer = id => Task(id, 1);
    private Func<object> _list = () => Page();

    [Fact]
    public async Task States_are_seen_in_their_order_and_the_run_when_it_has_ended()
    {
        var waited = await WatchAsync(
            Run(2, "RUNNING", "NONE"), Run(2, "SUCCESS", "RUNNING"), Run(1, "SUCCESS", "SUCCESS"));

        Assert.Equal((true, null), (waited.Instance!.IsEnded, waited.Failure));
        Assert.Equal(
            ["partial RUNNING NONE", "RUNNING NONE", "SUCCESS RUNNING", "SUCCESS SUCCESS"],
            _seen.Select(run => (run.IsPartial ? "partial " : "") + Statuses(run)));
    }

    [Fact]
    public async Task A_task_is_asked_for_when_it_starts_and_when_it_ends_and_not_in_between()
    {
        await WatchAsync(
            Run(2, "RUNNING", "NONE", "SKIP"), Run(2, "RUNNING", "NONE", "SKIP"), Run(2, "SUCCESS", "RUNNING", "SKIP"),
            Run(-1, "SUCCESS", "FAIL", "SKIP"));

        Assert.Equal(
            "run, t0, run, run, t0+t1, run, t1",
            string.Join(", ", ByLook(_asked.Where(call => call != "list"))));
    }

    [Fact]
    public async Task A_task_that_starts_again_is_asked_for_again()
    {
        var tries = 0;
        _taskAnswer = id => Task(id, 2, ++tries);

        await WatchAsync(Run(2, "RUNNING"), Run(2, "WAIT"), Run(2, "RUNNING"), Run(1, "SUCCESS"));

        Assert.Equal(["", "try 2 of 4"], _seen.Where(run => Statuses(run) == "RUNNING" && !run.IsPartial)
            .Select(run => run.Tasks.Single().Tries));
    }

    [Fact]
    public async Task Usual_times_are_asked_for_once_and_a_service_that_refuses_them_leaves_the_run_without()
    {
        _list = () => Reply.Refusal(62109);

        var waited = await WatchAsync(Run(2, "RUNNING"), Run(2, "RUNNING"), Run(1, "SUCCESS"));

        Assert.Null(waited.Failure);
        Assert.Single(_asked, call => call == "list");
        Assert.All(_seen, run => Assert.Null(run.Usual.Flow));
    }

    [Fact]
    public async Task What_could_not_be_read_of_a_task_is_asked_for_at_the_next_look()
    {
        var asked = 0;
        _taskAnswer = id => ++asked == 1 ? Reply.Refusal(62109) : Task(id, 2);

        await WatchAsync(Run(2, "RUNNING"), Run(2, "RUNNING"), Run(2, "RUNNING"), Run(1, "SUCCESS"));

        Assert.Equal([false, false, true, true, true], _seen.Select(run => run.Instances.Count == 1));
        Assert.Equal(3, asked);
    }

    [Fact]
    public async Task A_failed_run_is_an_outcome_with_its_last_state()
    {
        var waited = await WatchAsync(Run(2, "RUNNING"), Run(-1, "FAIL"));

        Assert.Equal((FailureKind.InstanceFailed, true), (waited.Failure!.Kind, waited.Instance!.IsFailed));
        Assert.Equal("FAIL", Statuses(_seen.Last()));
    }

    [Fact]
    public async Task A_run_that_vanishes_is_a_failure_after_the_states_that_were_seen()
    {
        var waited = await WatchAsync(Run(2, "RUNNING"), () => Reply.Refusal(62102));

        Assert.Equal((FailureKind.InstanceNotFound, "1-2"), (waited.Failure!.Kind, waited.Instance!.FlowInstanceId));
        Assert.Equal("RUNNING", Statuses(_seen.Last()));
    }

    [Fact]
    public async Task An_outage_leaves_the_last_state_and_passes()
    {
        Func<object> gone = () => Reply.Refusal(62109);

        var waited = await WatchAsync(Run(2, "RUNNING"), gone, gone, Run(1, "SUCCESS"));

        Assert.Null(waited.Failure);
        Assert.Equal(["RUNNING", "RUNNING", "SUCCESS"], _seen.Select(Statuses));
    }

    [Fact]
    public async Task A_run_that_goes_on_after_the_time_limit_is_told_with_its_state()
    {
        var waited = await WatchAsync(TimeSpan.FromSeconds(60), default, Run(2, "RUNNING"));

        Assert.Equal((FailureKind.WaitTimedOut, false), (waited.Failure!.Kind, waited.Instance!.IsEnded));
    }

    [Fact]
    public async Task A_long_run_is_looked_at_every_five_seconds()
    {
        await WatchAsync([.. Enumerable.Repeat(Run(2, "RUNNING"), 60), Run(1, "SUCCESS")]);

        var waits = _clock.Waits.Select(wait => wait.TotalSeconds).ToArray();
        Assert.Equal((60, 0.5, 5.0), (waits.Length, waits[0], waits[^1]));
        Assert.Equal(waits.Order(), waits);
    }

    [Fact]
    public async Task Cancellation_ends_the_watch_with_no_call_after_it()
    {
        using var stop = new CancellationTokenSource();
        var looks = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => WatchAsync(null, stop.Token, () =>
        {
            if (++looks == 3) stop.Cancel();
            return Run(2, "RUNNING")();
        }));

        Assert.Equal((3, 3), (looks, _asked.Count(call => call == "run")));
    }

    [Fact]
    public async Task All_tasks_of_a_look_are_read()
    {
        string[] statuses = [.. Enumerable.Repeat("RUNNING", 200)];

        var waited = await WatchAsync(Run(2, statuses), Run(1, [.. statuses.Select(_ => "SUCCESS")]));

        Assert.Null(waited.Failure);
        Assert.Equal(400, _asked.Count(call => call is ['t', ..]));
        Assert.Equal(200, _seen.Last().Instances.Count);
    }

    [Fact]
    public async Task Usual_times_that_take_long_do_not_hold_back_the_end_of_the_run()
    {
        _list = () => Never;

        var waited = await WatchAsync(Run(2, "RUNNING"), Run(1, "SUCCESS"));

        Assert.Null(waited.Failure);
        Assert.Equal(("SUCCESS", 1), (Statuses(_seen.Last()), _seen.Last().Instances.Count));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_is_read_after_the_time_limit(bool isTask)
    {
        if (isTask) _taskAnswer = _ => Never;
        else _list = () => Never;

        var waited = await WatchAsync(TimeSpan.FromSeconds(60), default, Run(2, "RUNNING"));

        Assert.Equal(FailureKind.WaitTimedOut, waited.Failure!.Kind);
    }

    private static string Statuses(WatchedRun run) =>
        string.Join(" ", run.Run.Graph.Tasks.Select(task => task.StatusText));

    /// <summary>The calls, those for tasks of one look as one.</summary>
    private static IEnumerable<string> ByLook(IEnumerable<string> calls)
    {
        var tasks = new SortedSet<string>();
        foreach (var call in calls.Append(""))
        {
            if (call is ['t', ..])
            {
                tasks.Add(call);
                continue;
            }

            if (tasks.Count > 0) yield return string.Join("+", tasks);
            tasks.Clear();
            if (call.Length > 0) yield return call;
        }
    }

    private static Func<object> Run(int status, params string[] tasks)
    {
        var text = JsonSerializer.Serialize(new
        {
            instanceId = "1-2",
            flowId = 1,
            status,
            graph = new
            {
                tasks = tasks.Select((one, i) => new
                {
                    taskName = $"t{i}",
                    nodeId = $"n{i}",
                    taskInstId = one == "NONE" ? null : $"t{i}",
                    status = one,
                }),
            },
        });
        return () => text;
    }

    private static string Task(string id, int status, int number = 1) => JsonSerializer.Serialize(
        new { instanceId = id, status, startTime = "2026-01-02 11:04:00", runNum = number, recallLimit = 3 });

    private static string Page() => """{"flowInsts":[],"count":0}""";

    private Task<WaitedRun> WatchAsync(params Func<object>[] looks) => WatchAsync(null, default, looks);

    private async Task<WaitedRun> WatchAsync(
        TimeSpan? timeLimit, CancellationToken cancellationToken, params Func<object>[] looks)
    {
        var look = 0;
        using var connection = Connect.To(
            new StubGateway(async (call, ended) =>
            {
                object? answer = call.IsToken ? null
                    : call.Action == "get" ? Answer(call.Arguments)
                    : call.Action == "search" ? Asked("list", _list()) : null;
                if (answer == Never) await System.Threading.Tasks.Task.Delay(Timeout.Infinite, ended);
                return answer;
            }),
            _clock, retries: 0);
        return await new RunWatcher(new FlowClient(connection), timeLimit) { Seen = _seen.Enqueue }
            .WatchAsync("1-2", cancellationToken)
            // in place of a test that hangs
            .WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System, CancellationToken.None);

        object Answer(JsonNode arguments) => (string?)arguments["taskInstId"] is { } id
            ? Asked(id, _taskAnswer(id))
            : Asked("run", looks[Math.Min(look++, looks.Length - 1)]());

        object Asked(string call, object answer)
        {
            _asked.Enqueue(call);
            return answer;
        }
    }
}
