using System;
using System.Collections.Concurrent;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows.Client.Tests;

/// <summary>How the calls of a connection keep to its limit.</summary>
public class PacedConnectionTests
{
    private readonly TestClock _clock = new();
    private readonly ConcurrentQueue<(DateTimeOffset Moment, StubCall Call)> _sent = new();

    [Fact]
    public async Task Every_request_counts_that_for_the_token_and_repeated_ones_too()
    {
        var failures = 2;
        using var connection = Connected(() => failures-- > 0 ? Reply.Status(502) : Exported(), rate: 0.1);

        for (var i = 0; i < 3; i++) await new FlowClient(connection).ExportFlowAsync(2924);

        // Waits are whole milliseconds, rounded up.
        var moments = _sent.Select((sent, i) => (sent.Moment - TestClock.Start.AddSeconds(10 * i)).TotalMilliseconds)
            .ToArray();
        Assert.Equal(6, moments.Length);
        Assert.All(moments, late => Assert.InRange(late, 0, 6));
    }

    [Fact]
    public async Task No_timestamp_grows_old_while_a_request_waits_for_its_turn()
    {
        using var connection = Connected(() => Exported(), rate: 0.1);

        for (var i = 0; i < 5; i++) await new FlowClient(connection).ExportFlowAsync(2924);

        Assert.All(_sent.Skip(1), sent => Assert.InRange(
            long.Parse(sent.Call.Request.Headers.GetValues("apim-timestamp")
                .Single(), CultureInfo.InvariantCulture) - sent.Moment.ToUnixTimeMilliseconds(), 0, 10));
    }

    [Fact]
    public async Task A_full_quota_that_one_call_meets_holds_the_others_back()
    {
        var calls = 0;
        using var connection = Connected(() => ++calls == 1
            ? Reply.Status(429, r => r.Headers.Add("Retry-After", "9"))
            : Exported(), rate: null);

        var failure = await Assert.ThrowsAsync<FlowServiceException>(
            () => new FlowClient(connection).ExportFlowAsync(1));
        await new FlowClient(connection).ExportFlowAsync(2);

        Assert.Equal(FailureKind.RateLimited, failure.Kind);
        Assert.Equal([TimeSpan.FromSeconds(9)], _clock.Waits);
    }

    [Fact]
    public async Task Waiting_for_the_turn_is_no_part_of_the_time_limit_and_ends_when_it_is_cancelled()
    {
        var clock = new TestClock(ClockMode.Stands);
        using var connection = Connected(() => Exported(), rate: 0.001, clock);
        using var cancel = new CancellationTokenSource();
        using var limit = clock.CreateCancellationTokenSource(connection.OperationTimeout);
        var waiting = new FlowClient(connection).ExportFlowAsync(2924, cancel.Token);

        clock.Advance(connection.OperationTimeout);
        Assert.True(limit.IsCancellationRequested);
        Assert.False(waiting.IsCompleted);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.True(Assert.Single(_sent).Call.IsToken);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_limit_that_is_none_is_refused(double rate) =>
        Assert.Throws<ArgumentException>(() => Connected(() => Exported(), rate));

    private static Func<HttpResponseMessage> Exported() => Reply.Sample("export-flow.response");

    private FlowConnection Connected(Func<Func<HttpResponseMessage>> answer, double? rate, TestClock? clock = null)
    {
        var gateway = new StubGateway(call =>
        {
            _sent.Enqueue((_clock.GetUtcNow(), call));
            return call.IsToken ? null : answer();
        });
        return Connect.To(gateway, clock ?? _clock, retries: rate is null ? 0 : 4, change: options => options with
        {
            MaxRequestsPerSecond = rate,
            OperationTimeout = TimeSpan.FromSeconds(50),
        });
    }
}
