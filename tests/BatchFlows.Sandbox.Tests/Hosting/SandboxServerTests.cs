using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows.Sandbox.Tests;

public sealed class SandboxServerTests : IDisposable
{
    private readonly Caller _caller;
    private readonly SandboxServer _server;
    private readonly HttpClient _client;

    public SandboxServerTests()
    {
        (var service, _, _caller) = Caller.Fresh();
        _server = SandboxServer.Start(service);
        _client = new() { BaseAddress = _server.Gateway };
    }

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task A_signed_call_is_answered_over_a_real_connection()
    {
        using var response = await _client.SendAsync(HttpRequests.From(await _caller.ExportRequestAsync("3003")));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("forecast_demand", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(TestClock.SandboxStart, response.Headers.Date);
        Assert.Equal(
            (1, 1, 0, 1), (_server.RequestCount, _server.TokenRequestCount, _server.InFlight, _server.PeakInFlight));
    }

    [Fact]
    public async Task Many_calls_at_once_are_all_answered()
    {
        var request = await _caller.ExportRequestAsync("3001");
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 100).Select(_ => _client.SendAsync(HttpRequests.From(request))));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(100, _server.RequestCount);
    }

    [Fact]
    public async Task A_connection_serves_one_request_after_another_even_when_they_come_together()
    {
        using var wire = await Wire.OpenAsync(_server);
        await wire.SendAsync(
            "GET /a HTTP/1.1\r\nHost: x\r\n\r\n" + "POST /b HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}" + "GET /c HTTP");
        Assert.StartsWith("HTTP/1.1 404 Not Found\r\n", await wire.ReadAnswerAsync(), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 404 Not Found\r\n", await wire.ReadAnswerAsync(), StringComparison.Ordinal);
        await wire.SendAsync("/1.1\r\nConnection: close\r\n\r\n");
        Assert.Contains("\r\nConnection: close\r\n", await wire.ReadAnswerAsync(), StringComparison.Ordinal);
        Assert.Equal("", await wire.ReadToEndAsync());
    }

    [Fact]
    public async Task A_body_may_arrive_in_pieces_and_after_it_was_asked_for()
    {
        using var wire = await Wire.OpenAsync(_server);
        var body = Sample.Text("token-get.request");
        await wire.SendAsync("POST /apim-token-service/v2.0/token/get HTTP/1.1\r\n"
            + $"Expect: 100-continue\r\ncontent-length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n");
        Assert.Equal("HTTP/1.1 100 Continue\r\n\r\n", await wire.ReadHeadAsync());
        await wire.SendAsync(body[..10]);
        await wire.SendAsync(body[10..]);
        Assert.Contains("SUCCESS", await wire.ReadAnswerAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense\r\n\r\n", 400)]
    [InlineData("GET relative HTTP/1.1\r\n\r\n", 400)]
    [InlineData("GET / HTTP/2.0\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nno colon\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n", 411)]
    [InlineData("POST / HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n", 413)]
    public async Task What_the_host_cannot_read_is_refused_and_the_connection_closed(string text, int status)
    {
        using var wire = await Wire.OpenAsync(_server);
        await wire.SendAsync(text);
        var answer = await wire.ReadAnswerAsync();
        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.Contains("\r\nDate: Sun, 13 Sep 2020 12:26:40 GMT\r\n", answer, StringComparison.Ordinal);
        Assert.Equal("", await wire.ReadToEndAsync());
    }

    [Fact]
    public async Task A_head_without_end_is_refused()
    {
        using var wire = await Wire.OpenAsync(_server);
        await wire.SendAsync("GET / HTTP/1.1\r\nX: " + new string('x', 64 * 1024 - 19));
        Assert.StartsWith("HTTP/1.1 400 ", await wire.ReadAnswerAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_drop_is_a_reset_without_an_answer()
    {
        _server.Service.InjectFault(SandboxFault.DropBefore);
        using var wire = await Wire.OpenAsync(_server);
        await wire.SendAsync("GET /batch-processing-service/v2.1/flows HTTP/1.1\r\n\r\n");
        await wire.AssertResetAsync(received: "");
    }

    [Fact]
    public async Task A_cut_is_a_reset_after_half_of_the_body()
    {
        using var wire = await Wire.OpenAsync(_server);
        await wire.SendAsync("GET /batch-processing-service/v2.1/flows HTTP/1.1\r\n\r\n");
        var whole = await wire.ReadAnswerAsync();
        _server.Service.InjectFault(SandboxFault.CutBody);
        await wire.SendAsync("GET /batch-processing-service/v2.1/flows HTTP/1.1\r\n\r\n");
        var body = whole.Length - whole.IndexOf("\r\n\r\n", StringComparison.Ordinal) - 4;
        await wire.AssertResetAsync(received: whole[..(whole.Length - body + body / 2)]);
    }

    [Fact]
    [NotOnMono(".NET Framework sends a read again by itself when a kept connection ends.")]
    public async Task An_HTTP_client_sees_drops_and_cuts_as_failed_requests_and_goes_on()
    {
        var request = await _caller.ExportRequestAsync();
        foreach (var fault in new[] { SandboxFault.DropBefore, SandboxFault.DropAfter, SandboxFault.CutBody })
        {
            // Over a connection that was used before, a client may take a polite close for an idle timeout and send
            // again.
            using var before = await _client.SendAsync(HttpRequests.From(request));
            Assert.Equal(HttpStatusCode.OK, before.StatusCode);
            _server.Service.InjectFault(fault);
            await Assert.ThrowsAsync<HttpRequestException>(() => _client.SendAsync(HttpRequests.From(request)));
        }
        using var response = await _client.SendAsync(HttpRequests.From(request));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(7, _server.RequestCount);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_call_ends_when_its_client_leaves(bool politely)
    {
        _server.Service.InjectFault(SandboxFault.Hang);
        using (var wire = await Wire.OpenAsync(_server))
        {
            await wire.SendAsync("GET /batch-processing-service/v2.1/flows HTTP/1.1\r\n\r\n");
            Assert.True(Soon(() => _server.InFlight == 1));
            if (!politely) wire.Reset();
        }

        Assert.True(Soon(() => _server.InFlight == 0));
    }

    [Fact]
    public async Task Dispose_ends_idle_and_hanging_connections_and_frees_the_port()
    {
        _server.Service.InjectFault(SandboxFault.Hang);
        using var idle = await Wire.OpenAsync(_server);
        await idle.SendAsync("GET / HTTP/1.1\r\n\r\n");
        await idle.ReadAnswerAsync();
        var request = await _caller.ExportRequestAsync();
        var hanging = _client.SendAsync(HttpRequests.From(request));

        Assert.True(Soon(() => _server.InFlight == 1));
        Assert.True(_server.IsRunning);
        _server.Dispose();
        Assert.False(_server.IsRunning);
        Assert.True(Soon(() => _server.InFlight == 0));
        Assert.Equal("", await idle.ReadToEndAsync());
        await Task.WhenAny(hanging);
        Assert.IsType<HttpRequestException>(hanging.Exception?.InnerException);
        var refused = await Assert.ThrowsAsync<SocketException>(() => Wire.OpenAsync(_server));
        Assert.Equal(SocketError.ConnectionRefused, refused.SocketErrorCode);
        _server.Dispose();
    }

    [Fact]
    public async Task Two_servers_live_side_by_side()
    {
        using var other = SandboxServer.Start();
        Assert.NotEqual(_server.Gateway, other.Gateway);
        _server.Dispose();
        using var client = new HttpClient { BaseAddress = other.Gateway };
        using var response = await client.GetAsync(new Uri("/batch-processing-service/v2.1/flows", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal((0, 1), (_server.RequestCount, other.RequestCount));
    }

    [Fact]
    public void A_server_tells_what_is_needed_to_connect()
    {
        Assert.Equal($"http://127.0.0.1:{_server.Gateway.Port}/", _server.ToString());
        Assert.Equal(("o1578468179", "u15426865866571", Caller.AccessKey),
            (_server.OrganizationId, _server.UserId, _server.Service.AccessKey));
        Assert.True(_server.Service.SecretKey.IsReadOnly());
        Assert.Equal(Caller.SecretKey, new NetworkCredential("", _server.Service.SecretKey).Password);
    }

    private static bool Soon(Func<bool> condition) => SpinWait.SpinUntil(condition, TimeSpan.FromSeconds(10));
}
