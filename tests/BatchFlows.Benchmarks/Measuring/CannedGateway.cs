using System;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows.Benchmarks;

/// <summary>
/// A gateway on a loopback port that gives everybody the same flow and checks nothing, so that its own work is next to
/// none.
/// </summary>
internal sealed class CannedGateway : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly byte[] _token = Message(Documents.Token);
    private readonly byte[] _export;
    private readonly Func<int, TimeSpan>? _latency;
    private int _exports;

    /// <param name="latency">How long the export of each number takes, from 1; null for no time at all.</param>
    public CannedGateway(byte[] export, Func<int, TimeSpan>? latency = null)
    {
        _export = Message(export);
        _latency = latency;
        _listener.Start();
        Address = new Uri($"http://{_listener.LocalEndpoint}/");
        _ = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>How many exports were asked for.</summary>
    public int Exports => Volatile.Read(ref _exports);

    public void Dispose() => _listener.Dispose();

    private static byte[] Message(byte[] body) =>
        [.. Encoding.ASCII.GetBytes(
            $"HTTP/1.1 200 OK\r\nContent-Type: application/json;charset=UTF-8\r\nContent-Length: "
                + $"{body.Length}\r\n\r\n"), .. body];

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = ServeAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Disposed: no more clients.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            client.NoDelay = true;
            var stream = client.GetStream();
            var buffer = new byte[16 * 1024];
            var filled = 0;
            try
            {
                while (true)
                {
                    var read = await stream.ReadAsync(buffer.AsMemory(filled));
                    if (read == 0) return;
                    filled += read;
                    if (!IsWhole(buffer.AsSpan(0, filled))) continue;
                    var isToken = buffer.AsSpan(0, filled).IndexOf("/token/"u8) >= 0;
                    filled = 0;
                    if (!isToken
                        && _latency?.Invoke(Interlocked.Increment(ref _exports)) is { } wait
                        && wait > TimeSpan.Zero)
                        await Task.Delay(wait);
                    await stream.WriteAsync(isToken ? _token : _export);
                }
            }
            catch (IOException)
            {
                // The client has left.
            }
        }
    }

    /// <summary>
    /// True when head and body are there. No client of these measurements sends a request before it has the last
    /// answer.
    /// </summary>
    private static bool IsWhole(ReadOnlySpan<byte> request)
    {
        var head = request.IndexOf("\r\n\r\n"u8);
        if (head < 0) return false;
        var field = request.IndexOf("Content-Length: "u8);
        var length = 0;
        if (field >= 0 && field < head)
            _ = System.Buffers.Text.Utf8Parser.TryParse(request[(field + 16)..], out length, out _);
        return request.Length >= head + 4 + length;
    }
}
