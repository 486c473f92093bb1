using System;
using System.Linq;
using System.Threading.Tasks;
using BatchFlows.Sandbox;

namespace BatchFlows.Client.Tests;

public class TokenTests
{
    private readonly TestClock _clock = new();
    private readonly SandboxService _service;

    public TokenTests() => _service = new SandboxService(_clock);

    [Fact]
    public async Task Concurrent_calls_ask_for_one_token()
    {
        using var connection = Connect.To(_service, _clock);

        await ExportAsync(connection, 32);

        Assert.Equal((1, 32), (_service.TokenRequestCount, _service.RequestCount));
    }

    [Fact]
    public async Task Connections_with_the_same_key_share_the_token()
    {
        var gateway = Connect.NewGateway();
        using var one = Connect.To(new SandboxHandler(_service), _clock, gateway: gateway);
        using var two = Connect.To(new SandboxHandler(_service), _clock, gateway: gateway);

        await ExportAsync(one);
        await ExportAsync(two);

        Assert.Equal(1, _service.TokenRequestCount);
    }

    [Fact]
    public async Task A_shared_token_does_not_hide_a_wrong_secret()
    {
        var gateway = Connect.NewGateway();
        using var one = Connect.To(new SandboxHandler(_service), _clock, gateway: gateway);
        using var two = Connect.To(new SandboxHandler(_service), _clock, gateway: gateway, secret: "wrong");
        await ExportAsync(one);

        Assert.Equal(FailureKind.CredentialRefused,
            (await Assert.ThrowsAsync<FlowServiceException>(() => new FlowClient(two).AuthenticateAsync())).Kind);
        await ExportAsync(one);
        Assert.Equal(FailureKind.CredentialRefused,
            (await Assert.ThrowsAsync<FlowServiceException>(() => ExportAsync(two))).Kind);
    }

    [Fact]
    public async Task A_token_is_refreshed_before_its_end_and_not_asked_for_again()
    {
        using var connection = Connect.To(_service, _clock);
        await ExportAsync(connection);

        _clock.Advance(_service.TokenLifetime - TimeSpan.FromMinutes(6));
        await ExportAsync(connection);
        Assert.Equal(1, _service.TokenRequestCount);

        _clock.Advance(TimeSpan.FromMinutes(2));
        await ExportAsync(connection);
        Assert.Equal((2, 3), (_service.TokenRequestCount, _service.RequestCount));
    }

    [Fact]
    public async Task A_token_past_its_end_is_replaced()
    {
        using var connection = Connect.To(_service, _clock);
        await ExportAsync(connection);

        _clock.Advance(_service.TokenLifetime + TimeSpan.FromSeconds(1));
        await ExportAsync(connection);

        Assert.Equal((2, 2), (_service.TokenRequestCount, _service.RequestCount));
    }

    [Fact]
    public async Task A_token_given_with_half_its_life_is_not_believed_to_have_all_of_it()
    {
        using var first = Connect.To(_service, _clock);
        await ExportAsync(first);
        _clock.Advance(TimeSpan.FromHours(1));
        using var second = Connect.To(_service, _clock);
        await ExportAsync(second);

        _clock.Advance(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(1));
        await ExportAsync(second);

        // Three requests for tokens and no refused call: the second connection knew that its token was gone.
        Assert.Equal((3, 3), (_service.TokenRequestCount, _service.RequestCount));
    }

    [Theory]
    [InlineData(SandboxFault.Unauthorized)]
    [InlineData(SandboxFault.ExpiredToken)]
    public async Task A_call_refused_for_its_token_is_sent_once_more_with_another(SandboxFault fault)
    {
        using var connection = Connect.To(_service, _clock);
        await ExportAsync(connection);
        _service.InjectFault(fault);

        await ExportAsync(connection);

        Assert.Equal((2, 3), (_service.TokenRequestCount, _service.RequestCount));
        Assert.Empty(_clock.Waits);
    }

    [Fact]
    public async Task Tokens_that_die_under_concurrent_calls_are_replaced_by_one()
    {
        using var connection = Connect.To(_service, _clock);
        await ExportAsync(connection, 16);
        _service.ExpireTokens();

        await ExportAsync(connection, 16);

        Assert.Equal(2, _service.TokenRequestCount);
    }

    [Theory]
    [InlineData(SandboxFault.Unauthorized, FailureKind.SignatureRefused)]
    [InlineData(SandboxFault.ExpiredToken, FailureKind.TokenRefused)]
    public async Task A_fresh_token_that_is_refused_ends_the_call(SandboxFault fault, FailureKind kind)
    {
        using var connection = Connect.To(_service, _clock);
        _service.InjectFault(fault, count: 5);

        var failure = await Assert.ThrowsAsync<FlowServiceException>(() => ExportAsync(connection));

        Assert.Equal((kind, 3), (failure.Kind, _service.RequestCount));
    }

    [Theory]
    [InlineData("wrong", Connect.Secret, 1002)]
    [InlineData(Connect.AccessKey, "wrong", 1003)]
    public async Task Wrong_keys_are_refused_at_once(string accessKey, string secret, long code)
    {
        using var connection = Connect.To(new SandboxHandler(_service), _clock, accessKey, secret);

        var failure = await Assert.ThrowsAsync<FlowServiceException>(() => ExportAsync(connection));

        Assert.Equal((FailureKind.CredentialRefused, code, 1), (failure.Kind, failure.Code, failure.Attempts));
        Assert.DoesNotContain(
            secret == "wrong" ? Connect.AccessKey : Connect.Secret, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_access_key_has_another_token()
    {
        var gateway = Connect.NewGateway();
        using var one = Connect.To(new SandboxHandler(_service), _clock, gateway: gateway);
        using var two = Connect.To(new SandboxHandler(_service), _clock, accessKey: "other", gateway: gateway);
        await ExportAsync(one);

        Assert.Equal(1002, (await Assert.ThrowsAsync<FlowServiceException>(() => ExportAsync(two))).Code);
    }

    [Fact]
    public async Task Cancelling_ends_the_request_for_a_token()
    {
        using var connection = Connect.To(new StubGateway(async (_, stop) =>
        {
            await Task.Delay(System.Threading.Timeout.Infinite, stop);
            throw new InvalidOperationException();
        }));
        using var stop = new System.Threading.CancellationTokenSource();
        var call = new FlowClient(connection).ExportFlowAsync(2924, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Theory]
    [InlineData(SandboxFault.DropBefore)]
    [InlineData(SandboxFault.CutBody)]
    [InlineData(SandboxFault.MalformedJson)]
    [InlineData(SandboxFault.ServiceFailed)]
    [InlineData(SandboxFault.TooManyRequests)]
    [InlineData(SandboxFault.ServiceUnavailable)]
    [InlineData(SandboxFault.InternalServerError)]
    public async Task Asking_for_a_token_is_repeated_with_a_new_proof(SandboxFault fault)
    {
        using var connection = Connect.To(_service, _clock);
        _service.InjectTokenFault(fault, count: 2);

        await ExportAsync(connection);

        Assert.Equal((3, 1), (_service.TokenRequestCount, _service.RequestCount));
    }

    [Fact]
    public async Task Two_connections_never_use_the_same_proof()
    {
        var connections = Enumerable.Range(0, 24).Select(_ => Connect.To(_service, _clock)).ToList();

        await Task.WhenAll(connections.Select(connection => Task.Run(() => ExportAsync(connection))));

        Assert.Equal(24, _service.TokenRequestCount);
        connections.ForEach(connection => connection.Dispose());
    }

    [Fact]
    public async Task The_same_call_at_the_same_moment_is_signed_differently()
    {
        var gateway = new StubGateway(Reply.Sample("export-flow.response"));
        using var connection = Connect.To(gateway, _clock);

        await ExportAsync(connection, 50);

        Assert.Equal(50, gateway.Requests.Select(request => request.Headers.GetValues("apim-signature").Single())
            .Distinct().Count());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"accessToken\":\"\"}")]
    [InlineData("{\"access_token\":\"other\"}")]
    [InlineData("null")]
    public async Task A_success_without_a_token_is_no_answer_to_the_call(string data)
    {
        using var connection = Connect.To(TokenService($$"""{"status":0,"data":{{data}}}"""));

        var failure = await Assert.ThrowsAsync<FlowServiceException>(
            () => new FlowClient(connection).ExportFlowAsync(2924));

        Assert.Equal(FailureKind.ResponseInvalid, failure.Kind);
    }

    [Theory]
    [InlineData("\"7200\"")]
    [InlineData("\"NaN\"")]
    [InlineData("-1")]
    [InlineData("1e300")]
    [InlineData("null")]
    public async Task A_lifetime_may_be_anything(string expire)
    {
        using var connection = Connect.To(
            TokenService($$"""{"data":{"accessToken":"t","expire":{{expire}} },"status":0}"""));

        Assert.Equal("nFlow", (await new FlowClient(connection).ExportFlowAsync(2924)).FlowName);
    }

    [Theory]
    [InlineData(SandboxFault.TooManyRequests)]
    [InlineData(SandboxFault.DropBefore)]
    public async Task A_token_that_cannot_be_refreshed_just_now_is_used_to_its_end(SandboxFault fault)
    {
        using var connection = Connect.To(_service, _clock);
        await ExportAsync(connection);
        _clock.Advance(_service.TokenLifetime - TimeSpan.FromMinutes(4));
        _service.InjectTokenFault(fault);

        await ExportAsync(connection);
        await ExportAsync(connection);

        Assert.Equal((2, 3), (_service.TokenRequestCount, _service.RequestCount));
        Assert.Empty(_clock.Waits);
    }

    [Fact]
    public async Task While_there_is_yet_another_token_a_call_goes_on()
    {
        var gateway = ShortLivedTokens(refusals: 3);
        using var connection = Connect.To(gateway, _clock);

        Assert.Equal("nFlow", (await new FlowClient(connection).ExportFlowAsync(2924)).FlowName);

        using var endless = Connect.To(ShortLivedTokens(refusals: 100), _clock);
        var failure = await Assert.ThrowsAsync<FlowServiceException>(
            () => new FlowClient(endless).ExportFlowAsync(2924));
        Assert.Equal((FailureKind.SignatureRefused, 5), (failure.Kind, failure.Attempts));
    }

    [Fact]
    public async Task A_misspelled_status_is_understood()
    {
        using var connection = Connect.To(TokenService(Sample.Text("token-get.response.variant-misspelled-status")));

        Assert.Equal("nFlow", (await new FlowClient(connection).ExportFlowAsync(2924)).FlowName);
    }

    private static Task ExportAsync(FlowConnection connection, int _times = 1) =>
        Task.WhenAll(
            Enumerable.Range(0, _times).Select(_ => Task.Run(() => new FlowClient(connection).ExportFlowAsync(2924))));

    /// <summary>A gateway whose token service always answers the same.</summary>
    private static StubGateway TokenService(string answer) =>
        new(call => call.IsToken ? Reply.Json(answer) : Reply.Sample("export-flow.response"));

    /// <summary>A gateway that gives a new token each time and refuses the first ones.</summary>
    private static StubGateway ShortLivedTokens(int refusals)
    {
        var tokens = 0;
        return new(call => call.IsToken
            ? Reply.Json($$"""{"status":0,"data":{"accessToken":"t{{++tokens}}","expire":7200} }""")
            : tokens <= refusals ? Reply.Status(401) : Reply.Sample("export-flow.response"));
    }
}
