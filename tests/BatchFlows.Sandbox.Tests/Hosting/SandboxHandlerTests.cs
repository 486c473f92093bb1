using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows.Sandbox.Tests;

public sealed class SandboxHandlerTests : IDisposable
{
    private readonly SandboxService _service;
    private readonly TestClock _clock;
    private readonly Caller _caller;
    private readonly HttpClient _client;

    public SandboxHandlerTests()
    {
        (_service, _clock, _caller) = Caller.Fresh();
        _client = new(new SandboxHandler(_service)) { BaseAddress = new("https://gateway.invalid/") };
    }

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_signed_request_is_answered_as_by_the_service()
    {
        using var response = await _client.SendAsync(await ExportAsync());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var type = response.Content.Headers.ContentType!;
        Assert.Equal(("application/json", "UTF-8"), (type.MediaType, type.CharSet));
        Assert.Equal(TestClock.SandboxStart, response.Headers.Date);
        Assert.Contains("nFlow", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_reaches_the_service()
    {
        using var content = new StringContent(Sample.Text("token-get.request"));
        using var response = await _client.PostAsync(
            new Uri("apim-token-service/v2.0/token/get", UriKind.Relative), content);
        Assert.Contains("accessToken", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dropped_connection_is_a_request_that_failed()
    {
        _service.InjectFault(SandboxFault.DropBefore);
        var request = await ExportAsync();
        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => _client.SendAsync(request));
        Assert.IsType<SocketException>(Assert.IsType<IOException>(failure.InnerException).InnerException);
    }

    [Fact]
    public async Task A_cut_answer_fails_half_way_for_those_who_read_it_as_a_stream()
    {
        _service.InjectFault(SandboxFault.CutBody);
        using var response = await _client.SendAsync(await ExportAsync(), HttpCompletionOption.ResponseHeadersRead);
        var length = response.Content.Headers.ContentLength!.Value;
        using var stream = await response.Content.ReadAsStreamAsync();
        using var copy = new MemoryStream();
        await Assert.ThrowsAsync<IOException>(() => stream.CopyToAsync(copy));
        Assert.Equal(length / 2, copy.Length);
    }

    [Fact]
    public async Task A_cut_answer_is_a_failed_request_for_those_who_want_it_whole()
    {
        _service.InjectFault(SandboxFault.CutBody);
        var request = await ExportAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => _client.SendAsync(request));
    }

    [Fact]
    public async Task A_dripping_answer_comes_piece_by_piece_as_the_clock_goes_and_is_whole_in_the_end()
    {
        _service.InjectFault(SandboxFault.SlowDrip);
        using var response = await _client.SendAsync(await ExportAsync(), HttpCompletionOption.ResponseHeadersRead);
        using var stream = await response.Content.ReadAsStreamAsync();
        var buffer = new byte[4096];
        var filled = await stream.ReadAsync(buffer);
        Assert.Equal(8, filled);
        while (filled < response.Content.Headers.ContentLength)
        {
            var next = stream.ReadAsync(buffer.AsMemory(filled)).AsTask();
            _clock.Advance(TimeSpan.FromSeconds(0.9));
            Assert.False(next.IsCompleted);
            _clock.Advance(TimeSpan.FromSeconds(0.1));
            Assert.InRange(await next, 1, 8);
            filled += await next;
        }
        Assert.Equal(0, await stream.ReadAsync(buffer));
        Assert.Contains("nFlow", Encoding.UTF8.GetString(buffer), StringComparison.Ordinal);
    }

    [Fact]
    [NotOnMono("The HttpClient of .NET Framework reads a body to its end, whoever has left.")]
    public async Task A_dripping_answer_can_be_left()
    {
        _service.InjectFault(SandboxFault.SlowDrip);
        using var cancel = new CancellationTokenSource();
        var call = _client.SendAsync(await ExportAsync(), cancel.Token);
        Assert.False(call.IsCompleted);
        await cancel.CancelAsync();
        await Task.WhenAny(call);
        Assert.True(call.IsCanceled);
    }

    [Fact]
    public async Task An_endless_answer_has_no_length_and_goes_on_with_blanks()
    {
        _service.InjectFault(SandboxFault.EndlessBody);
        using var response = await _client.SendAsync(await ExportAsync(), HttpCompletionOption.ResponseHeadersRead);
        Assert.Null(response.Content.Headers.ContentLength);
        using var stream = await response.Content.ReadAsStreamAsync();
        var text = new byte[1024 * 1024];
        await stream.ReadExactlyAsync(text);
        Assert.Contains("nFlow", Encoding.UTF8.GetString(text), StringComparison.Ordinal);
        Assert.Equal((byte)' ', text[^1]);
    }

    [Fact]
    public async Task Headers_of_a_fault_arrive()
    {
        _service.InjectFault(SandboxFault.TooManyRequests);
        using var response = await _client.SendAsync(await ExportAsync());
        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal(TimeSpan.Zero, response.Headers.RetryAfter!.Delta);
    }

    [Fact]
    public async Task A_call_that_hangs_ends_with_its_cancellation()
    {
        _service.InjectFault(SandboxFault.Hang);
        using var cancel = new CancellationTokenSource();
        var call = _client.SendAsync(await ExportAsync(), cancel.Token);
        await cancel.CancelAsync();
        await Task.WhenAny(call);
        Assert.True(call.IsCanceled);
    }

    private async Task<HttpRequestMessage> ExportAsync() => HttpRequests.From(await _caller.ExportRequestAsync());
}
