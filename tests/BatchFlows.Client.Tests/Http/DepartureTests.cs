using System;
using System.Threading.Tasks;

namespace BatchFlows.Client.Tests;

/// <summary>
/// A change is unknown only when it may have been made: not as long as there is no connection that it could go to. Why
/// there is none is told as it is.
/// </summary>
public class DepartureTests
{
    private static readonly byte[] NoVersion = [0x15, 3, 1, 0, 2, 2, 70];
    private static readonly byte[] NoHandshake = [0x15, 3, 3, 0, 2, 2, 40];

    [Fact]
    public async Task A_refused_connection_leaves_no_doubt()
    {
        var server = new LoopbackServer(_ => Task.CompletedTask);
        server.Dispose();

        var failure = await FailAsync($"http://127.0.0.1:{server.Port}");

        Assert.Equal((FailureKind.ConnectionFailed, 1), (failure.Kind, failure.Attempts));
    }

    [Fact]
    public async Task An_unknown_host_leaves_no_doubt() =>
        Assert.Equal(FailureKind.ConnectionFailed, (await FailAsync("https://nowhere.invalid")).Kind);

    [Fact]
    [NotOnMono(".NET Framework does not tell whether a request left: it is in doubt.")]
    public async Task A_connection_whose_encryption_is_never_ready_leaves_no_doubt()
    {
        var never = new TaskCompletionSource();
        using var server = new LoopbackServer(_ => never.Task);

        var failure = await FailAsync($"https://127.0.0.1:{server.Port}");

        Assert.Equal(FailureKind.RequestTimedOut, failure.Kind);
        never.SetResult(); // nobody else holds the connection open
    }

    [Theory]
    [NotOnMono("Its errors of TLS do not tell one cause from another.")]
    [InlineData("no version", "TLS 1.2 or 1.3")]
    [InlineData("no handshake", "client certificate")]
    [InlineData("no https", "an https server")]
    [InlineData("nothing", "")]
    public async Task A_connection_whose_encryption_fails_leaves_no_doubt_and_is_not_blamed_on_the_issuer(
        string answer, string advice)
    {
        using var server = new LoopbackServer(async stream =>
        {
            await stream.ReadAtLeastAsync(new byte[1024], 1);
            await stream.WriteAsync(answer switch
            {
                "no version" => NoVersion,
                "no handshake" => NoHandshake,
                "no https" => "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"u8.ToArray(),
                _ => [],
            });
        });

        var failure = await FailAsync($"https://127.0.0.1:{server.Port}");

        Assert.Equal((FailureKind.ConnectionFailed, 1), (failure.Kind, failure.Attempts));
        Assert.Contains(advice, failure.Remedy, StringComparison.Ordinal);
        Assert.DoesNotContain("ssuer", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_left_is_in_doubt_when_the_connection_ends()
    {
        using var server = new LoopbackServer(async stream => await stream.ReadAtLeastAsync(new byte[1024], 1));

        Assert.Equal(FailureKind.OutcomeUnknown, (await FailAsync($"http://127.0.0.1:{server.Port}")).Kind);
    }

    private static async Task<FlowServiceException> FailAsync(string gateway)
    {
        using var primed = Prime(new Uri(gateway));
        using var connection = Open(primed.Gateway);
        return await Assert.ThrowsAsync<FlowServiceException>(() => new FlowClient(connection).DeleteFlowAsync(7));
    }

    private static FlowConnection Open(Uri gateway) => new(
        gateway, "o", "u", Connect.AccessKey, Connect.Secure(Connect.Secret),
        new() { MaximumRetryCount = 0, OperationTimeout = TimeSpan.FromSeconds(2) });

    /// <summary>Has a token at hand for all connections to a gateway.</summary>
    private static FlowConnection Prime(Uri gateway)
    {
        var connection = Connect.To(new StubGateway(Reply.Json("""{"code":0}""")), gateway: gateway);
        var token = new FlowClient(connection).AuthenticateAsync();
        Assert.True(token.IsCompletedSuccessfully);
        return connection;
    }
}
