using System;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using BatchFlows.Client.Network;

namespace BatchFlows.Client.Tests;

/// <summary>What the real transport does below the handlers.</summary>
public class TransportTests
{
    [Fact]
    [NotOnMono(".NET Framework sends a read again by itself when a kept connection ends; never a change.")]
    public async Task A_connection_that_ends_without_an_answer_is_no_reason_to_send_the_same_request_again()
    {
        using var gateway = new RawGateway(
            request => IsPost(request) ? RawGateway.Whole(Sample.Text("token-get.response"), "keep-alive") : "");
        using var connection = Connection(gateway.Address);
        await new FlowClient(connection).AuthenticateAsync();

        var failure = await Assert.ThrowsAsync<FlowServiceException>(
            () => new FlowClient(connection).ExportFlowAsync(2924));

        Assert.Equal((FailureKind.ConnectionFailed, 1), (failure.Kind, failure.Attempts));
        Assert.Single(gateway.Requests, request => request.StartsWith("GET", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_request_names_the_product_and_none_follows_a_redirect_or_keeps_a_cookie()
    {
        const string Redirect =
            "HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
        using var gateway = new RawGateway(request => IsPost(request)
            ? RawGateway.Whole(Sample.Text("token-get.response"))
                .Replace("Connection", "Set-Cookie: a=b; path=/\r\nConnection", StringComparison.Ordinal)
            : Redirect);
        using var connection = Connection(gateway.Address);

        await Assert.ThrowsAsync<FlowServiceException>(() => new FlowClient(connection).ExportFlowAsync(2924));

        Assert.Equal(["POST", "GET"], gateway.Requests.Select(request => request.Split(' ')[0]));
        Assert.All(gateway.Requests,
            request => Assert.Contains("User-Agent: BatchFlows.PowerShell/", request, StringComparison.Ordinal));
        Assert.All(gateway.Requests, request => Assert.DoesNotContain("Cookie:", request, StringComparison.Ordinal));
    }

    private static bool IsPost(string request) => request.StartsWith("POST", StringComparison.Ordinal);

    private static FlowConnection Connection(Uri gateway) =>
        new(gateway, "o", "u", Connect.AccessKey, Connect.Secure(Connect.Secret), new FlowConnectionOptions
        {
            MaximumRetryCount = 0,
        });

#if !NETFRAMEWORK
    [Fact]
    public void Connections_are_made_anew_so_that_a_name_that_leads_elsewhere_is_noticed()
    {
        using var transport = (SocketsHttpHandler)Transport.Create(
            new Uri("https://gateway.example/"), new FlowConnectionOptions());

        Assert.Equal(TimeSpan.FromMinutes(5), transport.PooledConnectionLifetime);
    }
#endif
}
