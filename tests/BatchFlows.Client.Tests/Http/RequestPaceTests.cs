using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client.Handlers;
using CsCheck;

namespace BatchFlows.Client.Tests;

/// <summary>How fast requests go out, by the laws of a bucket.</summary>
public class RequestPaceTests
{
    private static readonly Gen<double> Rate = Gen.Double[0.5, 500];
    private readonly TestClock _clock = new();

    [Fact]
    public Task No_window_has_more_than_the_rate_and_a_tenth_of_a_second_allow() =>
        Gen.Select(Rate, Gen.Int[0, 3000].Array[1, 40]).SampleAsync(
            async (rate, gaps) =>
            {
                var clock = new TestClock();
                var pace = new RequestPace(rate, clock);
                AssertWithin(rate, await SendAsync(pace, clock, gaps));
            },
            iter: 200);

    [Fact]
    public Task Nor_when_many_ask_at_once() => Gen.Select(Rate, Gen.Int[1, 40]).SampleAsync(
        async (rate, count) =>
        {
            var clock = new TestClock();
            var pace = new RequestPace(rate, clock);
            var sent = await Task.WhenAll(
                Enumerable.Range(0, count).Select(_ => Task.Run(() => SendAsync(pace, clock, [0]))));

            // A moment is read late when others wait meanwhile, so only the windows from the start are exact.
            Assert.All(
                sent.SelectMany(moments => moments).Order().Select((moment, index) => (moment, Count: index + 1)),
                window => Assert.True(window.Count <= Allowed(rate, window.moment - TestClock.Start)));
        },
        iter: 100);

    [Fact]
    public Task Nothing_goes_out_while_the_gateway_wants_quiet() =>
        Gen.Select(Rate, Gen.Bool, Gen.Select(Gen.Int[0, 4000], Gen.Int[1, 5000], Gen.Int[1, 3]).Array[1, 8])
            .SampleAsync(
            async (rate, isLimited, episodes) =>
            {
                var clock = new TestClock();
                var pace = new RequestPace(isLimited ? rate : null, clock);
                var sent = new List<DateTimeOffset>();
                foreach (var (before, quiet, count) in episodes)
                {
                    sent.AddRange(await SendAsync(pace, clock, [before]));
                    var end = clock.GetUtcNow().AddMilliseconds(quiet);
                    pace.HoldBack(TimeSpan.FromMilliseconds(quiet));
                    sent.AddRange(await SendAsync(pace, clock, [.. Enumerable.Repeat(0, count)]));
                    Assert.All(sent.TakeLast(count), moment => Assert.True(moment >= end));
                }

                if (isLimited) AssertWithin(rate, sent);
            },
            iter: 200);

    [Fact]
    public async Task A_full_quota_halves_the_rate_which_recovers_in_half_a_minute()
    {
        var pace = new RequestPace(10, _clock);
        Assert.Equal(2, await SecondsForAsync(pace, 20), 0.2);

        pace.HoldBack(TimeSpan.FromSeconds(5));
        pace.HoldBack(TimeSpan.FromSeconds(5)); // by another call of the same moment
        await SendAsync(pace, _clock, [0]);
        Assert.Equal(0.9, await SecondsForAsync(pace, 5), 0.15);

        _clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(2, await SecondsForAsync(pace, 20), 0.2);
    }

    [Fact]
    public async Task However_often_the_quota_is_full_it_goes_on_and_recovers()
    {
        var pace = new RequestPace(10, _clock);
        for (var i = 0; i < 50; i++)
        {
            pace.HoldBack(asked: null);
            await SendAsync(pace, _clock, [0]);
        }

        Assert.InRange(await SecondsForAsync(pace, 500), 50, 70);
    }

    [Fact]
    public async Task Who_is_cancelled_leaves_the_place_to_the_next_in_order()
    {
        var clock = new TestClock(ClockMode.Stands);
        var pace = new RequestPace(0.001, clock);
        await pace.WaitAsync(default);
        using var cancel = new CancellationTokenSource();
        var first = pace.WaitAsync(cancel.Token).AsTask();
        var queued = pace.WaitAsync(cancel.Token).AsTask();
        var second = pace.WaitAsync(default).AsTask();
        var third = pace.WaitAsync(default).AsTask();

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => queued);
        clock.Advance(TimeSpan.FromSeconds(1000));
        await second;
        Assert.False(third.IsCompleted);
    }

    [Fact]
    public async Task Without_a_limit_only_the_gateway_is_waited_for_and_nothing_is_allocated()
    {
        var pace = new RequestPace(maximum: null, _clock);
        pace.HoldBack(asked: null);
        await pace.WaitAsync(default);

        pace.HoldBack(TimeSpan.FromSeconds(7));
        await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => pace.WaitAsync(default).AsTask()));
        Assert.Equal([TimeSpan.FromSeconds(7)], _clock.Waits);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) await pace.WaitAsync(default);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static void AssertWithin(double rate, IEnumerable<DateTimeOffset> sent)
    {
        var moments = sent.Order().ToList();
        for (var first = 0; first < moments.Count; first++)
        {
            for (var last = first; last < moments.Count; last++)
                Assert.True(last - first + 1 <= Allowed(rate, moments[last] - moments[first]));
        }
    }

    private static double Allowed(double rate, TimeSpan time) =>
        (rate * time.TotalSeconds) + Math.Max(1, rate / 10) + 0.001;

    private static async Task<List<DateTimeOffset>> SendAsync(RequestPace pace, TestClock clock, int[] gaps)
    {
        var sent = new List<DateTimeOffset>();
        foreach (var gap in gaps)
        {
            clock.Advance(TimeSpan.FromMilliseconds(gap));
            await pace.WaitAsync(default);
            sent.Add(clock.GetUtcNow());
        }

        return sent;
    }

    private async Task<double> SecondsForAsync(RequestPace pace, int count)
    {
        var before = _clock.GetUtcNow();
        await SendAsync(pace, _clock, new int[count]);
        return (_clock.GetUtcNow() - before).TotalSeconds;
    }
}
