using System;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows.Client.Tests;

/// <summary>What becomes of calls that are under way when their connection is closed.</summary>
public class ClosingTests
{
    private readonly TestClock _clock = new(ClockMode.Stands); // stands still, so that no wait of a call ends by itself
    private readonly TaskCompletionSource _reached = new();

    [Theory]
    [InlineData(false, FailureKind.NotConnected)]
    [InlineData(true, FailureKind.OutcomeUnknown)]
    public async Task A_call_ends_and_tells_of_a_change_that_it_may_be_made(bool isChange, FailureKind kind)
    {
        using var connection = Connect.To(Hanging(onToken: false), _clock);
        var client = new FlowClient(connection);
        var call = isChange ? client.DisableFlowAsync(1) : client.ExportFlowAsync(1);
        await _reached.Task;

        connection.Dispose();

        var failure = await Assert.ThrowsAsync<FlowServiceException>(() => call);
        Assert.Equal((kind, 1), (failure.Kind, failure.Attempts));
        Assert.Contains($"the connection '{connection.Name}' was closed", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_waits_to_be_repeated_waits_no_more()
    {
        using var connection = Connect.To(
            new StubGateway(call => call.IsToken ? null : Failed()), _clock);
        var call = new FlowClient(connection).ExportFlowAsync(1);
        await _reached.Task;

        connection.Dispose();

        Assert.Equal(FailureKind.NotConnected, (await Assert.ThrowsAsync<FlowServiceException>(() => call)).Kind);

        Func<HttpResponseMessage> Failed()
        {
            _reached.TrySetResult();
            return Reply.Status(502);
        }
    }

    [Fact]
    public async Task Changes_that_wait_for_their_turn_or_a_token_are_not_made()
    {
        using var connection = Connect.To(
            Hanging(onToken: true), _clock, change: options => options with { MaxRequestsPerSecond = 0.001 });
        var client = new FlowClient(connection);
        var calls = Enumerable.Range(1, 10).Select(id => client.DisableFlowAsync(id)).ToArray();
        await _reached.Task;

        connection.Dispose();

        foreach (var call in calls)
            Assert.Equal(FailureKind.NotConnected, (await Assert.ThrowsAsync<FlowServiceException>(() => call)).Kind);
    }

    [Fact]
    public async Task Another_connection_that_waits_for_the_same_token_asks_for_it_itself()
    {
        var gateway = Connect.NewGateway();
        using var closed = Connect.To(Hanging(onToken: true), _clock, gateway: gateway);
        using var other = Connect.To(
            new StubGateway(Reply.Sample("export-flow.response")), _clock, gateway: gateway);
        var call = new FlowClient(closed).ExportFlowAsync(2924);
        await _reached.Task;
        var waiting = new FlowClient(other).ExportFlowAsync(2924);

        closed.Dispose();

        await Assert.ThrowsAsync<FlowServiceException>(() => call);
        Assert.Equal("nFlow", (await waiting).FlowName);
    }

    [Fact]
    public async Task A_call_that_its_caller_has_ended_is_cancelled_and_no_failure()
    {
        using var end = new CancellationTokenSource();
        using var connection = Connect.To(Hanging(onToken: false), _clock);
        var call = new FlowClient(connection).ExportFlowAsync(1, end.Token);
        await _reached.Task;

        await end.CancelAsync();
        connection.Dispose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    private StubGateway Hanging(bool onToken) => new(async (call, cancellation) =>
    {
        if (call.IsToken && !onToken) return null;
        _reached.TrySetResult();
        await Task.Delay(Timeout.Infinite, cancellation);
        throw new InvalidOperationException();
    });
}
