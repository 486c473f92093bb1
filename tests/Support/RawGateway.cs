using System;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;

namespace BatchFlows.Tests;

/// <summary>A gateway, or a proxy, that answers requests with texts as they are, HTTP or not.</summary>
internal sealed class RawGateway : IDisposable
{
    private readonly LoopbackServer _server;
    private readonly Func<string, string> _answer;

    /// <param name="answer">
    /// Gives the answer to a request; a connection ends after one that does not say <c>Connection: keep-alive</c>.
    /// </param>
    public RawGateway(Func<string, string> answer)
    {
        _answer = answer;
        _server = new LoopbackServer(ServeAsync);
    }

    public Uri Address => new($"http://127.0.0.1:{_server.Port}");

    public ConcurrentQueue<string> Requests { get; } = new();

    public static string Whole(string body, string connection = "close") =>
        $"HTTP/1.1 200 OK\r\nConnection: {connection}\r\nContent-Length: {body.Length}\r\n\r\n{body}";

    public void Dispose() => _server.Dispose();

    private static bool IsWhole(string request)
    {
        var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var length = Regex.Match(request, "Content-Length: ([0-9]+)") is { Success: true } match
            ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
            : 0;
        return end >= 0 && request.Length >= end + 4 + length;
    }

    private async Task ServeAsync(NetworkStream stream)
    {
        while (await ReadAsync(stream) is { } request)
        {
            Requests.Enqueue(request);
            var answer = _answer(request);
            await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
            if (!answer.Contains("Connection: keep-alive", StringComparison.Ordinal)) return;
        }
    }

    /// <returns>Null when the client sends no more.</returns>
    private static async Task<string?> ReadAsync(NetworkStream stream)
    {
        var buffer = new byte[8192];
        var request = "";
        while (await stream.ReadAsync(buffer) is > 0 and var count)
        {
            request += Encoding.ASCII.GetString(buffer, 0, count);
            if (IsWhole(request)) return request;
        }

        return null;
    }
}
