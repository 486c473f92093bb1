using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;
using BatchFlows.Procedures.Instances;

namespace BatchFlows.Procedures.Tests;

public class InstanceWaiterTests
{
    private readonly TestClock _clock = new();

    [Fact]
    public async Task It_waits_until_the_nodes_are_final_too()
    {
        var gateway = Looks(
            Run("RUNNING", "RUNNING"),
            Run("FAIL", "FAIL", "RUNNING"),
            Run("FAIL", "FAIL", "SUCCESS"));
        var seen = new List<string?>();
        using var connection = Connect.To(gateway, _clock);

        var run = await new InstanceWaiter(new FlowClient(connection), seen: instance => seen.Add(instance.StatusText))
            .WaitAsync("1-2");

        Assert.Equal((true, true), (run.IsEnded, run.IsFailed));
        Assert.Equal(["RUNNING", "FAIL", "FAIL"], seen);
    }

    [Theory]
    [InlineData("WAIT")]
    [InlineData("READY")]
    [InlineData("INIT")]
    public async Task Nodes_of_a_failed_run_that_never_start_do_not_keep_it_from_ending(string status)
    {
        var run = await WaitAsync(Looks(Run("FAIL", "FAIL", status)));

        Assert.Equal((true, false), (run.IsFailed, run.IsEnded));
        Assert.InRange(_clock.Waits.Sum(wait => wait.TotalSeconds), 120, 140);
    }

    [Fact]
    public async Task As_long_as_something_happens_in_a_failed_run_it_has_not_ended()
    {
        // The task runs for an hour; when it has ended, the last one starts after a minute.
        var run = await WaitAsync(
            StubGateway.ByAction(("get", _ => (_clock.GetUtcNow() - TestClock.Start).TotalMinutes switch
        {
            < 60 => Run("FAIL", "FAIL", "RUNNING", "WAIT")(),
            < 61 => Run("FAIL", "FAIL", "SUCCESS", "WAIT")(),
            < 70 => Run("FAIL", "FAIL", "SUCCESS", "RUNNING")(),
            _ => Run("FAIL", "FAIL", "SUCCESS", "SUCCESS")(),
        })));

        Assert.True(run.IsEnded);
    }

    [Fact]
    public async Task It_looks_often_at_first_and_seldom_at_runs_that_take_long()
    {
        await WaitAsync(Looks([.. Enumerable.Repeat(Run("RUNNING"), 80), Run("SUCCESS")]));

        var waits = _clock.Waits.Select(wait => wait.TotalSeconds).ToArray();
        Assert.Equal((0.5, 30.0, 80), (waits[0], waits[^1], waits.Length));
        Assert.Equal(waits.Order(), waits);
        Assert.All(
            waits.Skip(15),
            (wait, i) => Assert.InRange(wait, 0, Math.Max(0.5, waits.Take(15 + i).Sum() / 10) + 1e-7));
    }

    [Fact]
    public async Task Hundreds_of_runs_are_watched_at_once_and_not_looked_at_all_the_time()
    {
        var asked = 0;
        var allAsked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var connection = Connect.To(new StubGateway(AnswerAsync), _clock);
        var waiter = new InstanceWaiter(new FlowClient(connection));

        var runs = await Task.WhenAll(Enumerable.Range(1, 300).Select(i => waiter.WaitAsync($"{i}-1")));

        Assert.All(runs, run => Assert.False(run.IsFailed));
        Assert.All(_clock.Waits.Take(300), wait => Assert.True(wait >= TimeSpan.FromSeconds(300 / 50)));

        async Task<object?> AnswerAsync(StubCall call, CancellationToken cancellationToken)
        {
            if (call.Action != "get") return null;
            if (Interlocked.Increment(ref asked) == 300) allAsked.SetResult();
            await allAsked.Task; // nobody is answered before all are watched
            return Run(_clock.Waits.Count < 300 ? "RUNNING" : "SUCCESS")(); // none ends before 300 pauses began
        }
    }

    [Fact]
    public async Task A_run_that_does_not_end_in_time_is_told_with_its_state()
    {
        var failure = await FailAsync(Looks(Run("WAIT")), TimeSpan.FromSeconds(10));

        Assert.Equal(FailureKind.WaitTimedOut, failure.Kind);
        Assert.StartsWith("The run 1-2 did not end in 10 s; it is WAIT.", failure.Message, StringComparison.Ordinal);
        Assert.Equal(10, _clock.Waits.Sum(wait => wait.TotalSeconds), 7);
    }

    [Fact]
    public async Task The_time_limit_is_for_each_run_from_when_its_wait_begins()
    {
        using var connection = Connect.To(Looks(Run("RUNNING")), _clock);
        var waiter = new InstanceWaiter(new FlowClient(connection), TimeSpan.FromSeconds(10));
        _clock.Advance(TimeSpan.FromSeconds(8));

        await Assert.ThrowsAnyAsync<FlowException>(() => waiter.WaitAsync("1-2"));

        Assert.Equal(10, _clock.Waits.Sum(wait => wait.TotalSeconds), 7);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public async Task The_time_limit_is_for_a_service_that_never_answers_too(int seconds)
    {
        using var connection = Connect.To(new StubGateway(HangAsync), _clock);

        var failure = await Assert.ThrowsAnyAsync<FlowException>(
            () => new InstanceWaiter(new FlowClient(connection), TimeSpan.FromSeconds(seconds)).WaitAsync("1-2"));

        Assert.Equal(FailureKind.WaitTimedOut, failure.Kind);
        Assert.StartsWith(
            $"The run 1-2 did not end in {seconds} s; it is not known yet.", failure.Message, StringComparison.Ordinal);

        async Task<object?> HangAsync(StubCall call, CancellationToken cancellationToken)
        {
            if (call.IsToken) return null;
            _clock.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return null;
        }
    }

    [Fact]
    public async Task A_call_that_is_cancelled_is_no_time_limit()
    {
        using var stop = new CancellationTokenSource();
        using var connection = Connect.To(Looks(() =>
        {
            stop.Cancel();
            return Run("RUNNING")();
        }), _clock);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new InstanceWaiter(new FlowClient(connection), TimeSpan.FromSeconds(10))
                .WaitAsync("1-2", cancellationToken: stop.Token));
    }

    [Fact]
    public async Task Without_time_the_run_is_looked_at_once()
    {
        var gateway = Looks(Run("RUNNING"));
        using var connection = Connect.To(gateway, _clock);
        var waiter = new InstanceWaiter(new FlowClient(connection), TimeSpan.Zero);

        var failure = await Assert.ThrowsAnyAsync<FlowException>(() => waiter.WaitAsync("1-2"));

        Assert.StartsWith("The run 1-2 did not end in 0 s; it is RUNNING.", failure.Message, StringComparison.Ordinal);
        Assert.Equal((1, 0), (gateway.Count("get"), _clock.Waits.Count));
    }

    [Fact]
    public async Task A_failed_run_and_a_wait_that_ends_early_are_outcomes_that_know_the_run()
    {
        var failed = await OutcomeAsync(Looks(Run("FAIL")), null);
        var late = await OutcomeAsync(Looks(Run("RUNNING")), TimeSpan.Zero);
        var well = await OutcomeAsync(Looks(Run("RUNNING"), Run("SUCCESS")), null);

        Assert.Equal(
            (FailureKind.InstanceFailed, InstanceStatus.Fail), (failed.Failure!.Kind, failed.Instance!.Status));
        Assert.Equal((FailureKind.WaitTimedOut, InstanceStatus.Running), (late.Failure!.Kind, late.Instance!.Status));
        Assert.Equal((null, InstanceStatus.Success), (well.Failure, well.Instance!.Status));
    }

    [Fact]
    public async Task No_more_runs_are_looked_at_at_once_than_allowed()
    {
        var (now, most) = (0, 0);
        var pair = new TaskCompletionSource();
        using var connection = Connect.To(new StubGateway(CountAsync), _clock);
        using var places = new SemaphoreSlim(2);
        var waiter = new InstanceWaiter(new FlowClient(connection, places: places));
        using var stop = new CancellationTokenSource();

        var waits = Enumerable.Range(1, 8)
            .Select(run => waiter.WaitForOutcomeAsync($"{run}-2", isNew: false, stop.Token)).ToList();
        await Task.WhenAll(waits);

        Assert.Equal(2, most);

        async Task<object?> CountAsync(StubCall call, CancellationToken cancellationToken)
        {
            if (call.Action != "get") return null;
            most = Math.Max(most, Interlocked.Increment(ref now));
            if (now % 2 == 0) Interlocked.Exchange(ref pair, new()).SetResult();
            else await pair.Task;
            Interlocked.Decrement(ref now);
            return """{"status":"SUCCESS"}""";
        }
    }

    [Fact]
    public async Task An_outage_that_passes_does_not_end_the_wait_and_one_that_lasts_does()
    {
        Func<object> gone = () => Reply.Refusal(62109);

        Assert.False((await WaitAsync(Looks(Run("RUNNING"), gone, gone, gone, Run("SUCCESS")))).IsFailed);
        Assert.Equal(FailureKind.ServiceFailed, (await FailAsync(Looks(Run("RUNNING"), gone))).Kind);
        Assert.InRange(_clock.Waits.Sum(wait => wait.TotalSeconds), 300, 400);
    }

    [Fact]
    public async Task A_service_that_was_never_there_is_not_waited_for()
    {
        Assert.Equal(FailureKind.ServiceFailed, (await FailAsync(Looks(() => Reply.Refusal(62109)))).Kind);
        Assert.Empty(_clock.Waits);
    }

    [Theory]
    [InlineData("1-2", true, true)]
    [InlineData("1-20251231000000", true, true)] // started just now, with a trigger time in the past
    [InlineData("1-2", false, false)]
    [InlineData("1-20260102030400", false, true)] // it is 03:04:05
    [InlineData("1-20260102025900", false, true)]
    [InlineData("1-20260102025700", false, false)]
    public async Task A_run_that_was_just_triggered_need_not_be_there_at_once(string id, bool isNew, bool isBorne)
    {
        Func<object> unborn = () => Reply.Refusal(62102);
        var gateway = Looks(unborn, unborn, Run("SUCCESS"));
        using var connection = Connect.To(gateway, _clock);

        var failure = await Record.ExceptionAsync(
            () => new InstanceWaiter(new FlowClient(connection)).WaitAsync(id, isNew)) as FlowServiceException;

        Assert.Equal(
            (isBorne ? 3 : 1, isBorne ? null : FailureKind.InstanceNotFound), (gateway.Count("get"), failure?.Kind));
    }

    [Fact]
    public async Task A_run_that_vanishes_is_not_taken_for_one_that_is_not_there_yet()
    {
        var gateway = Looks(Run("RUNNING"), () => Reply.Refusal(62102));
        using var connection = Connect.To(gateway, _clock);

        await Assert.ThrowsAnyAsync<FlowException>(
            () => new InstanceWaiter(new FlowClient(connection)).WaitAsync("1-20260102030400"));

        Assert.Equal(2, gateway.Count("get"));
    }

    [Fact]
    public async Task A_run_that_is_never_born_is_not_waited_for_forever()
    {
        using var connection = Connect.To(Looks(() => Reply.Refusal(62102)), _clock);

        var failure = await Assert.ThrowsAnyAsync<FlowException>(
            () => new InstanceWaiter(new FlowClient(connection)).WaitAsync("1-2", isNew: true));

        Assert.Equal(FailureKind.InstanceNotFound, failure.Kind);
        Assert.InRange(_clock.Waits.Sum(wait => wait.TotalSeconds), 30, 35);
    }

    private static Func<string> Run(string status, params string[] tasks)
    {
        var nodes = string.Join(",", tasks.Select((task, i) => $"{{\"nodeId\":\"{i}\",\"status\":\"{task}\"}}"));
        return () => $"{{\"instanceId\":\"1-2\",\"status\":\"{status}\",\"graph\":{{\"tasks\":[{nodes}]}}}}";
    }

    private static StubGateway Looks(params Func<object>[] looks)
    {
        var look = 0;
        return StubGateway.ByAction(("get", _ => looks[Math.Min(look++, looks.Length - 1)]()));
    }

    private async Task<WaitedRun> OutcomeAsync(StubGateway gateway, TimeSpan? timeLimit)
    {
        using var connection = Connect.To(gateway, _clock);
        return await new InstanceWaiter(new FlowClient(connection), timeLimit)
            .WaitForOutcomeAsync("1-2", isNew: false, default);
    }

    private async Task<FlowInstance> WaitAsync(StubGateway gateway, TimeSpan? timeLimit = null)
    {
        using var connection = Connect.To(gateway, _clock, retries: 0);
        return await new InstanceWaiter(new FlowClient(connection), timeLimit).WaitAsync("1-2");
    }

    private Task<FlowException> FailAsync(StubGateway gateway, TimeSpan? timeLimit = null) =>
        Assert.ThrowsAnyAsync<FlowException>(() => WaitAsync(gateway, timeLimit));
}
