using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;

namespace BatchFlows.PowerShell.Tests;

/// <summary>Stands before a gateway on a port of this machine, and keeps all bytes that are sent to it.</summary>
internal sealed partial class RecordingRelay : IDisposable
{
    private readonly LoopbackServer _server;
    private readonly List<MemoryStream> _sent = [];
    private readonly int _gatewayPort;

    public RecordingRelay(int gatewayPort)
    {
        _gatewayPort = gatewayPort;
        _server = new LoopbackServer(RelayAsync);
    }

    public Uri Address => new($"http://127.0.0.1:{_server.Port}/");

    /// <summary>
    /// The requests but those for tokens, each once and in the order of their bytes, without what differs each time:
    /// token, signature, port, the time of day in IDs of runs, and that of moments that have that of now, up to some
    /// minutes.
    /// </summary>
    public IReadOnlyList<string> Requests(DateTimeOffset now)
    {
        lock (_sent)
        {
            return [.. _sent.SelectMany(bytes => Start().Split(Encoding.Latin1.GetString(bytes.ToArray())))
                .Where(request => request.Length > 0 && !request.Contains("/token/", StringComparison.Ordinal))
                .Select(request => Moment().Replace(Passing().Replace(request, ""), moment => WithoutNow(moment, now)))
                .Distinct()
                .Order(StringComparer.Ordinal)];
        }
    }

    public void Dispose() => _server.Dispose();

    private async Task RelayAsync(NetworkStream stream)
    {
        using var gateway = new TcpClient();
        await gateway.ConnectAsync(IPAddress.Loopback, _gatewayPort);
        var answers = gateway.GetStream().CopyToAsync(stream);
        var sent = new MemoryStream();
        lock (_sent) _sent.Add(sent);
        var buffer = new byte[8192];
        while (await stream.ReadAsync(buffer) is > 0 and var count)
        {
            lock (_sent) sent.Write(buffer, 0, count);
            await gateway.GetStream().WriteAsync(buffer.AsMemory(0, count));
        }

        gateway.Close();
        await Task.WhenAny(answers);
    }

    private static string WithoutNow(Match moment, DateTimeOffset now)
    {
        var passed = now - DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(moment.Value, provider: null));
        var days = Math.Round(passed.TotalDays);
        return (passed - TimeSpan.FromDays(days)).Duration() < TimeSpan.FromMinutes(10)
            ? $"{days} days ago"
            : moment.Value;
    }

    [GeneratedRegex("(?=(?:GET|POST|PUT|DELETE) \\S+ HTTP/1\\.1\r\n)")]
    private static partial Regex Start();

    [GeneratedRegex("(?:apim-[a-z]+|Host): [^\r]*\r\n|(?<=\\d-\\d{8})\\d{6}\\b")]
    private static partial Regex Passing();

    [GeneratedRegex(@"\b\d{13}\b")]
    private static partial Regex Moment();
}
