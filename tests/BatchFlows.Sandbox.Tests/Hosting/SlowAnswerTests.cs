using System;
using System.IO;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;

namespace BatchFlows.Sandbox.Tests;

/// <summary>Answers that keep a real connection busy.</summary>
public sealed class SlowAnswerTests : IDisposable
{
    private const string AnyCall = "GET /batch-processing-service/v2.1/flows HTTP/1.1\r\n\r\n";

    private readonly SandboxService _service;
    private readonly TestClock _clock;
    private readonly SandboxServer _server;

    public SlowAnswerTests()
    {
        (_service, _clock, _) = Caller.Fresh();
        _server = SandboxServer.Start(_service);
    }

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_dripping_answer_comes_in_pieces_and_the_connection_serves_on()
    {
        _service.InjectFault(SandboxFault.SlowDrip);
        using var wire = await Wire.OpenAsync(_server);
        await wire.SendAsync(AnyCall);
        Assert.Contains("\r\nContent-Length: 48\r\n", await wire.ReadHeadAsync(), StringComparison.Ordinal);

        var body = await wire.ReadPieceAsync();
        Assert.Equal(8, body.Length);
        while (body.Length < 48)
        {
            while (!_clock.IsAwaited) await Task.Yield();
            _clock.Advance(_service.DripInterval);
            var piece = await wire.ReadPieceAsync();
            Assert.Equal(8, piece.Length);
            body += piece;
        }
        Assert.Equal("""{"message":"Invalid authentication credentials"}""", body);

        await wire.SendAsync(AnyCall);
        Assert.EndsWith(body, await wire.ReadAnswerAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endless_answer_goes_on_until_somebody_leaves()
    {
        _service.InjectFault(SandboxFault.EndlessBody, 2);
        using var client = new HttpClient { BaseAddress = _server.Gateway };
        var address = new Uri("/batch-processing-service/v2.1/flows", UriKind.Relative);
        var buffer = new byte[1024 * 1024];
        using (var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead))
        {
            Assert.Null(response.Content.Headers.ContentLength);
            using var stream = await response.Content.ReadAsStreamAsync();
            await stream.ReadExactlyAsync(buffer);
            Assert.StartsWith("""{"message":"Invalid authentication credentials"} """, Encoding.UTF8.GetString(buffer),
                StringComparison.Ordinal);
        }

        using var second = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
        using var rest = await second.Content.ReadAsStreamAsync();
        _server.Dispose();
        await Assert.ThrowsAnyAsync<IOException>(() => rest.CopyToAsync(Stream.Null));
    }
}
