using System;
using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;

namespace BatchFlows.Sandbox.Tests;

/// <summary>A bare connection to a server.</summary>
internal sealed class Wire(TcpClient client) : IDisposable
{
    private readonly NetworkStream _stream = client.GetStream();

    public static async Task<Wire> OpenAsync(SandboxServer server)
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Gateway.Port);
        return new(client);
    }

    public void Dispose() => client.Dispose();

    /// <summary>Breaks off without taking leave.</summary>
    public void Reset()
    {
        client.LingerState = new(true, 0);
        client.Client.Close();
    }

    public async Task SendAsync(string text) => await _stream.WriteAsync(Encoding.UTF8.GetBytes(text));

    public async Task<string> ReadHeadAsync()
    {
        var head = new StringBuilder();
        var next = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await _stream.ReadExactlyAsync(next);
            head.Append((char)next[0]);
        }
        return head.ToString();
    }

    public async Task<string> ReadAnswerAsync()
    {
        var head = await ReadHeadAsync();
        const string field = "Content-Length: ";
        var digits = head[(head.IndexOf(field, StringComparison.Ordinal) + field.Length)..].Split('\r')[0];
        var body = new byte[int.Parse(digits, CultureInfo.InvariantCulture)];
        await _stream.ReadExactlyAsync(body);
        return head + Encoding.UTF8.GetString(body);
    }

    /// <summary>What is there, as soon as there is something.</summary>
    public async Task<string> ReadPieceAsync()
    {
        var piece = new byte[4096];
        return Encoding.UTF8.GetString(piece, 0, await _stream.ReadAsync(piece));
    }

    public async Task<string> ReadToEndAsync()
    {
        using var reader = new StreamReader(_stream, Encoding.UTF8, false, 1024, leaveOpen: true);
        return await reader.ReadToEndAsync();
    }

    public async Task AssertResetAsync(string received)
    {
        using var rest = new MemoryStream();
        var failure = await Assert.ThrowsAsync<IOException>(() => _stream.CopyToAsync(rest));
        Assert.Equal(
            SocketError.ConnectionReset, Assert.IsType<SocketException>(failure.InnerException).SocketErrorCode);
        Assert.Equal(received, Encoding.UTF8.GetString(rest.ToArray()));
    }
}
