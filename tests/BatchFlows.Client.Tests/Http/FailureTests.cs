using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using BatchFlows.Sandbox;

namespace BatchFlows.Client.Tests;

public class FailureTests
{
    private readonly TestClock _clock = new();

    [Theory]
    [InlineData("error-62101-user.response", FailureKind.UserOrOrganizationUnknown, 62101)]
    [InlineData("error-62103-privilege.response", FailureKind.AccessDenied, 62103)]
    [InlineData("error-62104-trigger-flow.response", FailureKind.StateForbidsOperation, 62104)]
    [InlineData("error-62105-locked.response", FailureKind.AccountLocked, 62105)]
    [InlineData("error-62109-internal.response", FailureKind.ServiceFailed, 62109)]
    [InlineData("error-99403-platform.response", FailureKind.AccessDenied, 99403)]
    [InlineData("error-v20-envelope.response", FailureKind.AccessDenied, 62103)]
    [InlineData("error-token-1203.response", FailureKind.TokenRefused, 1203)]
    [InlineData("error-legacy-apim-4011.response", FailureKind.TokenRefused, null)]
    public async Task Documented_errors_are_told_apart(string sample, FailureKind kind, int? code)
    {
        var failure = await FailAsync(new StubGateway(Reply.Sample(sample)));

        Assert.Equal((kind, (long?)code), (failure.Kind, failure.Code));
        Assert.Equal(kind == FailureKind.TokenRefused ? 3 : 1, failure.Attempts);
        Assert.StartsWith("Export Flow (flow 2924) failed", failure.Message, StringComparison.Ordinal);
        var codes = code is null ? "(HTTP 200)" : $"(HTTP 200, code {code})";
        Assert.EndsWith($" {failure.Remedy} {codes}", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, """{"code":62102,"msg":"Flow validation exception","data":null}""", FailureKind.FlowNotFound)]
    [InlineData(500, """{"code":62102,"msg":"Flow validation exception"}""", FailureKind.FlowNotFound)]
    [InlineData(200, """{"code":"62102","msg":"Flow validation exception"}""", FailureKind.FlowNotFound)]
    [InlineData(200, """{"code":99404,"msg":"not found"}""", FailureKind.FlowNotFound)]
    [InlineData(404, """{"message":"no such flow"}""", FailureKind.FlowNotFound)]
    [InlineData(200, """{"code":70000,"msg":"new"}""", FailureKind.ServiceFailed)]
    [InlineData(200, """{"code":404,"msg":"new"}""", FailureKind.ServiceFailed)]
    [InlineData(418, """{"message":"teapot"}""", FailureKind.ResponseInvalid)]
    [InlineData(403, """{"message":"Your IP address is not allowed"}""", FailureKind.AccessDenied)]
    [InlineData(413, """{"message":"Request size limit exceeded"}""", FailureKind.RequestInvalid)]
    [InlineData(302, "", FailureKind.ResponseInvalid)]
    [InlineData(200, "<html>login</html>", FailureKind.ResponseInvalid)]
    [InlineData(200, "[]", FailureKind.ResponseInvalid)]
    [InlineData(200, """{"hello":1}""", FailureKind.ResponseInvalid)]
    [InlineData(200, """{"code":0,"msg":"OK","data":null}""", FailureKind.ResponseInvalid)]
    [InlineData(200, """{"code":0,"msg":"OK","data":""}""", FailureKind.ResponseInvalid)]
    public async Task An_answer_means_what_its_code_says_and_else_its_http_status(
        int status, string body, FailureKind kind)
    {
        var failure = await FailAsync(new StubGateway(Reply.Json(body, (HttpStatusCode)status)));

        Assert.Equal((kind, 1), (failure.Kind, failure.Attempts));
    }

    [Fact]
    public async Task What_is_missing_comes_first_and_codes_last()
    {
        var reply = Reply.Json("""{"code":62102,"msg":"Flow validation exception"}""");

        var failure = await FailAsync(new StubGateway(reply));

        Assert.Equal(
            $"Flow 2924 was not found. {failure.Remedy} (Export Flow: HTTP 200, code 62102, \"Flow validation "
                + "exception\")",
            failure.Message);
    }

    [Theory]
    [InlineData("""{"status":0,"msg":" Success","data":{"name":"n"}}""")]
    [InlineData("""{"data":{"name":"n"},"msg":"OK","code":"0"}""")]
    [InlineData("""{"code":0.0,"data":[{"name":"n"}]}""")]
    [InlineData("\uFEFF{\"code\":0,\"data\":{\"name\":\"n\"}}")]
    public async Task A_success_is_seen_in_every_form(string body)
    {
        using var connection = Connect.To(new StubGateway(Reply.Json(body)), _clock);

        var flow = await new FlowClient(connection).ExportFlowAsync(7);

        Assert.Equal(("n", 7, connection.Name), (flow.FlowName, flow.FlowId, flow.ConnectionName));
    }

    [Theory]
    [InlineData(
        """{"code":0,"data":{"log":"a\ud800b\ud83d\ude00\\ud800\udc00"}}""", "a\uFFFDb\ud83d\ude00\\ud800\uFFFD")]
    [InlineData("""{"code":0,"da\udc00ta":1,"data":{"log":"x\ud800","\ud800":"\uD800\uD800"}}""", "x\uFFFD")]
    [InlineData("""{"code":0,"data":"\ud800"}""", "\uFFFD")]
    public async Task Half_a_surrogate_pair_makes_no_answer_unreadable(string body, string log)
    {
        using var connection = Connect.To(new StubGateway(Reply.Json(body)), _clock);

        Assert.Equal(log, await new FlowClient(connection).GetTaskInstanceLogAsync("1-2"));
    }

    [Theory]
    [InlineData(429, FailureKind.RateLimited, 5)]
    [InlineData(503, FailureKind.ServiceFailed, 5)]
    [InlineData(500, FailureKind.ServiceFailed, 5)]
    [InlineData(502, FailureKind.ServiceFailed, 5)]
    [InlineData(504, FailureKind.ServiceFailed, 5)]
    [InlineData(501, FailureKind.ServiceFailed, 1)]
    public async Task Passing_faults_are_waited_out_and_then_told(int status, FailureKind kind, int attempts)
    {
        var failure = await FailAsync(new StubGateway(Reply.Status(status)));

        Assert.Equal((kind, attempts, status), (failure.Kind, failure.Attempts, (int)failure.HttpStatus!));
        Assert.Equal(attempts - 1, _clock.Waits.Count);
    }

    [Fact]
    public async Task Spring_bodies_that_repeat_the_http_status_are_no_envelopes()
    {
        using var connection = Connect.To(
            new StubGateway(
                Reply.Json("""{"timestamp":1,"status":503,"error":"Service Unavailable"}""",
                    HttpStatusCode.ServiceUnavailable),
                Reply.Sample("export-flow.response")),
            _clock);

        Assert.Equal("nFlow", (await new FlowClient(connection).ExportFlowAsync(2924)).FlowName);
    }

    [Theory]
    [InlineData(SandboxFault.DropBefore, FailureKind.ConnectionFailed)]
    [InlineData(SandboxFault.DropAfter, FailureKind.ConnectionFailed)]
    [InlineData(SandboxFault.CutBody, FailureKind.ResponseInvalid)]
    [InlineData(SandboxFault.MalformedJson, FailureKind.ResponseInvalid)]
    [InlineData(SandboxFault.EmptyBody, FailureKind.ResponseInvalid)]
    public async Task Broken_answers_to_a_read_are_asked_for_again(SandboxFault fault, FailureKind kind)
    {
        var service = new SandboxService(_clock);
        using var connection = Connect.To(service, _clock);
        service.InjectFault(fault, count: 4);
        Assert.Equal("nFlow", (await new FlowClient(connection).ExportFlowAsync(2924)).FlowName);

        service.InjectFault(fault, count: 5);
        var failure = await Assert.ThrowsAsync<FlowServiceException>(
            () => new FlowClient(connection).ExportFlowAsync(2924));
        Assert.Equal((kind, 5), (failure.Kind, failure.Attempts));
    }

    [Theory]
    [InlineData(301, "https://login.example.com/authorize?state=1", "https://login.example.com,")]
    [InlineData(302, "http://user:word@10.0.0.1:8080/?a=b", "http://10.0.0.1:8080,")]
    [InlineData(303, "/login?a=b", "http://localhost:")]
    [InlineData(307, "//other.example.com/login", "http://other.example.com,")]
    [InlineData(308, "https://login.example.com/", "https://login.example.com,")]
    public async Task A_redirect_is_told_with_its_host_alone_and_not_followed(int status, string location, string host)
    {
        var gateway = new StubGateway(
            Reply.Status(status, r => r.Headers.TryAddWithoutValidation("Location", location)));

        var failure = await FailAsync(gateway);

        Assert.Equal(
            (FailureKind.ResponseInvalid, 1, status), (failure.Kind, failure.Attempts, (int)failure.HttpStatus!));
        Assert.Contains($"sends the call on to {host}", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith($" (HTTP {status})", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("a=b", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("word", failure.Message, StringComparison.Ordinal);
        Assert.Contains("gateway's address", failure.Remedy, StringComparison.Ordinal);
        Assert.Single(gateway.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_that_is_too_large_is_not_read_to_its_end_and_not_asked_for_again(bool saysItsLength)
    {
        var service = new SandboxService(_clock);
        service.InjectFault(SandboxFault.EndlessBody);
        var tooLong = new ByteArrayContent(new byte[2 * 1024 * 1024]);
        using var connection = new FlowConnection(
            Connect.NewGateway(), "o", "u", Connect.AccessKey, Connect.Secure(Connect.Secret), new()
            {
                Clock = _clock,
                LargestAnswer = 1024 * 1024,
                Transport = saysItsLength
                    ? new StubGateway(() => new() { Content = tooLong })
                    : new SandboxHandler(service),
            });
        var before = Allocated.ByThisThread;

        var call = new FlowClient(connection).ExportFlowAsync(2924);

        var allocated = Allocated.ByThisThread - before;
        Assert.True(call.IsCompleted); // all of it was done by this thread
        var failure = await Assert.ThrowsAsync<FlowServiceException>(() => call);
        Assert.Equal((FailureKind.ResponseInvalid, 1), (failure.Kind, failure.Attempts));
        Assert.Contains("larger than 1 MB", failure.Message, StringComparison.Ordinal);
        Assert.InRange(allocated, 0, saysItsLength ? 1024 * 1024 : 7 * 512 * 1024);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("120", 60)]
    public async Task The_asked_delay_is_kept_up_to_a_minute(string header, int seconds)
    {
        using var connection = Connect.To(
            new StubGateway(Reply.Status(429, r => r.Headers.Add("Retry-After", header)),
                Reply.Sample("export-flow.response")), _clock);

        await new FlowClient(connection).ExportFlowAsync(2924);

        Assert.Equal([TimeSpan.FromSeconds(seconds)], _clock.Waits);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("Thu, 01 Jan 2026 00:00:00 GMT")]
    public async Task No_delay_at_all_is_our_own_delay(string header)
    {
        var failure = await FailAsync(new StubGateway(Reply.Status(429, r => r.Headers.Add("Retry-After", header))));

        Assert.Equal((FailureKind.RateLimited, 5), (failure.Kind, failure.Attempts));
        Assert.Equal(4, _clock.Waits.Count);
        Assert.True(_clock.Waits.Aggregate((one, other) => one + other) > TimeSpan.FromSeconds(0.5));
    }

    [Fact]
    public async Task A_date_counts_by_the_clock_that_wrote_it()
    {
        var theirs = _clock.GetUtcNow() - TimeSpan.FromMinutes(5);
        using var connection = Connect.To(
            new StubGateway(
                Reply.Status(
                    503, r => (r.Headers.Date, r.Headers.RetryAfter) = (theirs, new(theirs + TimeSpan.FromSeconds(9)))),
                Reply.Sample("export-flow.response")),
            _clock);

        await new FlowClient(connection).ExportFlowAsync(2924);

        Assert.Equal([TimeSpan.FromSeconds(9)], _clock.Waits);
    }

    [Fact]
    public async Task A_delay_may_be_a_date()
    {
        using var connection = Connect.To(
            new StubGateway(
                Reply.Status(503, r => r.Headers.RetryAfter = new(_clock.GetUtcNow() + TimeSpan.FromSeconds(9))),
                Reply.Sample("export-flow.response")),
            _clock);

        await new FlowClient(connection).ExportFlowAsync(2924);

        Assert.Equal([TimeSpan.FromSeconds(9)], _clock.Waits);
    }

    [Fact]
    public async Task A_skewed_clock_is_named_when_the_signature_is_refused()
    {
        var service = new SandboxService(_clock);
        var late = new TestClock();
        late.Advance(TimeSpan.FromMinutes(-20));
        using var connection = Connect.To(service, late);

        var failure = await Assert.ThrowsAsync<FlowServiceException>(
            () => new FlowClient(connection).ExportFlowAsync(2924));

        Assert.Equal(FailureKind.SignatureRefused, failure.Kind);
        Assert.Contains("1200 s behind", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_gateway_repeats_of_a_secret_is_not_shown()
    {
        var scripted = new StubGateway(
            Reply.Json(
                """{"code":62103,"msg":"no right for Generated_Access_Token of 11111111-2222-3333-4444-555555555555"}"""));

        var failure = await FailAsync(scripted);

        Assert.Equal("no right for *** of ***", failure.ServiceMessage);
        Assert.DoesNotContain("Generated_Access_Token", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_no_answer()
    {
        byte[] body = [.. "{\"code\":0,\"data\":{\"name\":\""u8, 0xC3, 0x28, .. "\"}}"u8];

        var failure = await FailAsync(
            new StubGateway(() => new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(body) }));

        Assert.Equal(FailureKind.ResponseInvalid, failure.Kind);
    }

    [Theory]
    [InlineData(true, FailureKind.CertificateRejected)]
    [InlineData(false, FailureKind.ConnectionFailed)]
    public async Task What_will_not_pass_is_not_repeated(bool isCertificate, FailureKind kind)
    {
        Exception reason = isCertificate
            ? new System.Security.Authentication.AuthenticationException("bad")
            : new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.HostNotFound);

        var failure = await FailAsync(new StubGateway(Reply.Throw(new HttpRequestException("x", reason))));

        Assert.Equal((kind, 1), (failure.Kind, failure.Attempts));
    }

    [Fact]
    public async Task Signatures_and_tokens_that_are_repeated_are_not_shown()
    {
        var failure = await FailAsync(new StubGateway(call => call.IsToken
            ? null
            : Reply.Json(
                $$"""{"code":62103,"msg":"m {{Header(call.Request, "apim-signature")}}","requestId":"r {{Header(call.Request, "apim-accesstoken")}}"}""")));

        Assert.Equal(("m ***", "r ***"), (failure.ServiceMessage, failure.RequestId));

        static string Header(HttpRequestMessage request, string name) => request.Headers.GetValues(name).Single();
    }

    [Fact]
    public async Task Proofs_that_are_repeated_are_not_shown()
    {
        var failure = await FailAsync(new StubGateway(call => Reply.Json(
            $$"""{"status":1003,"msg":"bad {{call.Arguments["encryption"]}}"}""")));

        Assert.Equal("bad ***", failure.ServiceMessage);
    }

    [Fact]
    public async Task An_internal_error_is_repeated_when_the_http_status_says_so_too()
    {
        using var connection = Connect.To(
            new StubGateway(
                Reply.Json(Sample.Text("error-62109-internal.response"), HttpStatusCode.InternalServerError),
                Reply.Sample("export-flow.response")),
            _clock);

        Assert.Equal("nFlow", (await new FlowClient(connection).ExportFlowAsync(2924)).FlowName);
    }

    [Fact]
    public async Task The_request_id_is_carried()
    {
        var failure = await FailAsync(new StubGateway(Reply.Sample("error-99403-platform.response")));

        Assert.Equal("4d4bfd4d-b5c5-4b9c-b452-833516153b49", failure.RequestId);
    }

    [Fact]
    public async Task Cancelling_ends_the_call_without_another_request()
    {
        var service = new SandboxService(_clock);
        service.InjectFault(SandboxFault.Hang);
        using var connection = Connect.To(service, _clock);
        using var stop = new System.Threading.CancellationTokenSource();
        var call = new FlowClient(connection).ExportFlowAsync(2924, stop.Token);
        while (service.InFlight == 0) await Task.Yield();

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(1, service.RequestCount);
    }

    [Theory]
    [InlineData("http://example.com/")]
    [InlineData("ftp://example.com/")]
    [InlineData("https://user:password@example.com/")]
    [InlineData("https://example.com/?a=b")]
    [InlineData("\u202A")]
    [InlineData("")]
    public void Addresses_that_are_unsafe_or_wrong_are_refused(string address)
    {
        var refused = Assert.Throws<ArgumentException>(
            () => Connect.To(new StubGateway(), gateway: new Uri(address, UriKind.RelativeOrAbsolute)));

        Assert.DoesNotContain("password@", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("apim.example.com", "https://apim.example.com/")]
    [InlineData("apim.example.com:8443", "https://apim.example.com:8443/")]
    [InlineData("https://example.com/base", "https://example.com/base/")]
    [InlineData("http://127.0.0.1:80", "http://127.0.0.1/")]
    [InlineData("http://[::1]:8080", "http://[::1]:8080/")]
    public void Addresses_are_completed(string address, string expected)
    {
        using var connection = Connect.To(new StubGateway(), gateway: new Uri(address, UriKind.RelativeOrAbsolute));

        Assert.Equal(expected, connection.Gateway.AbsoluteUri);
    }

    [Fact]
    public async Task A_start_that_is_refused_says_to_wait_for_the_minute_to_end()
    {
        using var connection = Connect.To(
            new StubGateway(Reply.Json("""{"code":62102,"msg":"not twice in 1 minute"}""")));

        var failure = await Assert.ThrowsAsync<FlowServiceException>(
            () => new FlowClient(connection).TriggerFlowAsync(1, default));

        Assert.Equal(FailureKind.RequestInvalid, failure.Kind);
        Assert.Contains("minute", failure.Remedy, StringComparison.Ordinal);
    }

    private async Task<FlowServiceException> FailAsync(HttpMessageHandler transport)
    {
        using var connection = Connect.To(transport, _clock);
        return await Assert.ThrowsAsync<FlowServiceException>(() => new FlowClient(connection).ExportFlowAsync(2924));
    }
}
