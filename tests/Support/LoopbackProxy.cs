using System;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;

namespace BatchFlows.Tests;

/// <summary>
/// A proxy on a loopback port. It leads tunnels to a port of this machine, and answers other calls itself as if a
/// gateway had.
/// </summary>
internal sealed class LoopbackProxy : IDisposable
{
    private readonly LoopbackServer _server;
    private readonly int _gatewayPort;
    private readonly string? _password;

    /// <param name="gatewayPort">Where tunnels lead.</param>
    /// <param name="password">What a client must show; null when anybody may pass.</param>
    public LoopbackProxy(int gatewayPort = 0, string? password = null)
    {
        _gatewayPort = gatewayPort;
        _password = password;
        _server = new LoopbackServer(AnswerAsync);
    }

    public Uri Address => new($"http://127.0.0.1:{_server.Port}/");

    /// <summary>The first lines of what was asked for, with or without success.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public void Dispose() => _server.Dispose();

    private async Task AnswerAsync(NetworkStream stream)
    {
        while (await ReadHeadAsync(stream) is { Length: > 0 } head)
        {
            Requests.Enqueue(head.Split(" HTTP/")[0]);
            if (_password is not null
                && !head.Contains($"Proxy-Authorization: Basic {_password}", StringComparison.Ordinal))
            {
                await WriteAsync(
                    stream, "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic "
                        + "realm=\"proxy\"\r\nContent-Length: 0");
            }
            else if (head.StartsWith("CONNECT", StringComparison.Ordinal))
            {
                await WriteAsync(stream, "200 Connection established");
                await TunnelAsync(stream);
                return;
            }
            else
            {
                var body = head.StartsWith("POST", StringComparison.Ordinal)
                    ? Sample.Text("token-get.response")
                    : """{"code":62102,"msg":"Flow validation exception"}""";
                await WriteAsync(stream, $"200 OK\r\nContent-Length: {body.Length}", body);
            }
        }
    }

    private async Task TunnelAsync(NetworkStream stream)
    {
        using var gateway = new TcpClient();
        await gateway.ConnectAsync(IPAddress.Loopback, _gatewayPort);
        await Task.WhenAny(stream.CopyToAsync(gateway.GetStream()), gateway.GetStream().CopyToAsync(stream));
    }

    private static Task WriteAsync(NetworkStream stream, string head, string body = "") =>
        stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {head}\r\n\r\n{body}")).AsTask();

    /// <summary>Reads a request, its body too, and gives its head.</summary>
    private static async Task<string> ReadHeadAsync(NetworkStream stream)
    {
        var buffer = new byte[8192];
        var request = "";
        while (!IsWhole(request) && await stream.ReadAsync(buffer) is > 0 and var count)
            request += Encoding.ASCII.GetString(buffer, 0, count);
        return request.Split("\r\n\r\n")[0];
    }

    private static bool IsWhole(string request) =>
        request.StartsWith("POST", StringComparison.Ordinal)
            ? request.EndsWith('}')
            : request.EndsWith("\r\n\r\n", StringComparison.Ordinal);
}
