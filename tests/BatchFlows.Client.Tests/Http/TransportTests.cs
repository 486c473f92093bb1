using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;

namespace BatchFlows.Client.Tests;

/// <summary>What the real transport does below the handlers.</summary>
public class TransportTests
{
    [Fact]
    public async Task A_connection_that_ends_without_an_answer_is_no_reason_to_send_the_same_request_again()
    {
        using var gateway = new TcpListener(IPAddress.Loopback, 0);
        gateway.Start();
        var requests = new List<string>();
        var serving = ServeAsync();
        using var connection = Connection($"http://127.0.0.1:{((IPEndPoint)gateway.LocalEndpoint).Port}");
        await new FlowClient(connection).AuthenticateAsync();

        var failure = await Assert.ThrowsAsync<FlowServiceException>(() => new FlowClient(connection).ExportFlowAsync(2924));

        gateway.Stop();
        await serving;
        Assert.Equal((FailureKind.ConnectionFailed, 1), (failure.Kind, failure.Attempts));
        Assert.Single(requests, request => request.StartsWith("GET", StringComparison.Ordinal));

        async Task ServeAsync()
        {
            while (true)
            {
                try
                {
                    using var client = await gateway.AcceptTcpClientAsync();
                    await AnswerAsync(client.GetStream());
                }
                catch (Exception e) when (e is SocketException or InvalidOperationException) // stopped while it waits, or before
                {
                    return;
                }
            }
        }

        async Task AnswerAsync(NetworkStream stream)
        {
            var token = Sample.Text("token-get.response");
            while (await ReadRequestAsync(stream) is { Length: > 0 } request)
            {
                requests.Add(request);
                if (!request.StartsWith("POST", StringComparison.Ordinal)) return;
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {token.Length}\r\n\r\n{token}"));
            }
        }
    }

    [Fact]
    public async Task Every_request_names_the_product_and_none_follows_a_redirect_or_keeps_a_cookie()
    {
        using var gateway = new TcpListener(IPAddress.Loopback, 0);
        gateway.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)gateway.LocalEndpoint).Port}/";
        var heads = new List<string>();
        var serving = ServeAsync();
        using var connection = Connection(address);

        await Assert.ThrowsAsync<FlowServiceException>(() => new FlowClient(connection).ExportFlowAsync(2924));

        await serving;
        Assert.Equal(["POST", "GET"], heads.ConvertAll(head => head.Split(' ')[0]));
        Assert.All(heads, head => Assert.Contains("User-Agent: BatchFlows.PowerShell/", head, StringComparison.Ordinal));
        Assert.All(heads, head => Assert.DoesNotContain("Cookie:", head, StringComparison.Ordinal));
        Assert.False(gateway.Pending());

        async Task ServeAsync()
        {
            var token = Sample.Text("token-get.response");
            await AnswerAsync($"HTTP/1.1 200 OK\r\nSet-Cookie: a=b; path=/\r\nConnection: close\r\nContent-Length: {token.Length}\r\n\r\n{token}");
            await AnswerAsync($"HTTP/1.1 302 Found\r\nLocation: {address}elsewhere\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
        }

        async Task AnswerAsync(string answer)
        {
            using var client = await gateway.AcceptTcpClientAsync();
            heads.Add(await ReadRequestAsync(client.GetStream()));
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(answer));
        }
    }

    private static FlowConnection Connection(string gateway) =>
        new(new Uri(gateway), "o", "u", Connect.AccessKey, Connect.Secure(Connect.Secret), new FlowConnectionOptions
        {
            MaximumRetryCount = 0,
        });

    private static async Task<string> ReadRequestAsync(Stream stream)
    {
        var buffer = new byte[8192];
        var request = "";
        while (await stream.ReadAsync(buffer) is > 0 and var count)
        {
            request += Encoding.ASCII.GetString(buffer, 0, count);
            if (request.StartsWith("POST", StringComparison.Ordinal) ? request.EndsWith('}') : request.EndsWith("\r\n\r\n", StringComparison.Ordinal)) break;
        }

        return request;
    }
}
