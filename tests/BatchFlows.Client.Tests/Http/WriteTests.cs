using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using BatchFlows.Client.Messages;

namespace BatchFlows.Client.Tests;

/// <summary>A call that changes something is never sent twice when it may have been carried out.</summary>
public class WriteTests
{
    private static readonly Operation Write = new("Change", HttpMethod.Post, "flows", "change", IsReadOnly: false);
    private readonly TestClock _clock = new();

    [Theory]
    [InlineData(429, false, true)]
    [InlineData(429, true, true)]
    [InlineData(503, false, false)] // some gateways say so when the work was done
    [InlineData(503, true, true)]
    [InlineData(500, true, false)]
    [InlineData(502, true, false)]
    [InlineData(504, true, false)]
    public async Task Only_what_was_not_carried_out_or_does_no_harm_twice_is_repeated(
        int status, bool isHarmlessTwice, bool repeated)
    {
        var gateway = new StubGateway(Reply.Status(status), Reply.Json("""{"code":0}"""));

        await SendAsync(gateway, Write with { IsHarmlessTwice = isHarmlessTwice });

        Assert.Equal(repeated ? 2 : 1, gateway.Requests.Count);
    }

    [Theory]
    [InlineData(500, "<html>", FailureKind.OutcomeUnknown)]
    [InlineData(504, "", FailureKind.OutcomeUnknown)]
    [InlineData(200, "{\"code\":", FailureKind.OutcomeUnknown)]
    [InlineData(200, "", FailureKind.OutcomeUnknown)]
    [InlineData(503, "", FailureKind.OutcomeUnknown)]
    [InlineData(200, "{\"code\":62109}", FailureKind.ServiceFailed)]
    [InlineData(403, "", FailureKind.AccessDenied)]
    public async Task What_may_have_been_done_is_told_as_unknown(int status, string body, FailureKind kind)
    {
        var failure = await SendAsync(new StubGateway(Reply.Json(body, (System.Net.HttpStatusCode)status)));

        Assert.Equal(kind, failure!.Kind);
    }

    [Theory]
    [InlineData(429, "Change", """{"code":62102,"msg":"name is taken"}""", FailureKind.OutcomeUnknown)]
    [InlineData(401, "Change", """{"code":62102,"msg":"name is taken"}""", FailureKind.OutcomeUnknown)]
    [InlineData(503, "Delete Flow", """{"code":62102,"msg":"no such flow"}""", FailureKind.OutcomeUnknown)]
    [InlineData(503, "Delete Flow", """{"code":99404}""", FailureKind.OutcomeUnknown)]
    [InlineData(503, "Delete Flow", """{"code":62104,"msg":"relied on"}""", FailureKind.StateForbidsOperation)]
    [InlineData(429, "Disable Flow", """{"code":62104,"msg":"paused already"}""", FailureKind.OutcomeUnknown)]
    [InlineData(401, "Cancel Flow Instance", """{"code":62104,"msg":"it has ended"}""", FailureKind.OutcomeUnknown)]
    [InlineData(503, "Import Flow", """{"code":62109}""", FailureKind.OutcomeUnknown)]
    [InlineData(503, "Import Flow", """{"code":62103}""", FailureKind.AccessDenied)]
    [InlineData(429, "Load Flow For Edit", """{"code":62102}""", FailureKind.FlowNotFound)]
    [InlineData(503, "Get Flow", """{"code":62102}""", FailureKind.FlowNotFound)]
    public async Task A_refusal_that_an_earlier_attempt_explains_is_told_as_unknown(
        int first, string operation, string second, FailureKind kind)
    {
        var gateway = new StubGateway(Reply.Status(first), Reply.Json(second));

        var failure = await SendAsync(
            gateway, Operations.All.FirstOrDefault(known => known.Name == operation) ?? Write);

        Assert.Equal((kind, 2), (failure!.Kind, gateway.Requests.Count));
    }

    [Fact]
    public async Task What_ends_the_last_attempt_before_it_is_sent_leaves_the_doubt_of_the_one_before()
    {
        var tokens = 0;
        var gateway = new StubGateway(call =>
            !call.IsToken ? Reply.Status(503, r => r.Headers.Add("Retry-After", "9"))
            : ++tokens == 1 ? Reply.Json("""{"status":0,"data":{"accessToken":"t","expire":5}}""")
            : Reply.Json("""{"status":1002}"""));

        var failure = await SendAsync(gateway, Operations.DeleteFlow);

        Assert.Equal((FailureKind.OutcomeUnknown, 1, 2), (failure!.Kind, gateway.Requests.Count, tokens));
        Assert.Contains("Get-BatchFlow", failure.Remedy, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(302, FailureKind.ResponseInvalid)]
    [InlineData(307, FailureKind.ResponseInvalid)]
    [InlineData(303, FailureKind.OutcomeUnknown)]
    public async Task A_change_that_is_redirected_was_not_made_unless_the_redirect_says_so(int status, FailureKind kind)
    {
        var gateway = new StubGateway(
            Reply.Status(status, r => r.Headers.Location = new System.Uri("https://login.example.com/")));

        var failure = await SendAsync(gateway);

        Assert.Equal((kind, 1), (failure!.Kind, gateway.Requests.Count));
        Assert.Contains("https://login.example.com, ", failure.Message, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_lost_request_for_a_token_is_no_lost_write(bool isRefusedFirst)
    {
        var (tokens, calls) = (0, 0);
        var gateway = new StubGateway(call =>
        {
            if (!call.IsToken) return ++calls == 1 && isRefusedFirst ? Reply.Status(401) : Reply.Json("""{"code":0}""");
            return ++tokens == (isRefusedFirst ? 2 : 1) ? throw new HttpRequestException("reset") : null;
        });

        Assert.Null(await SendAsync(gateway));
        Assert.Equal(isRefusedFirst ? 2 : 1, calls);
    }

    [Fact]
    public async Task What_the_service_itself_refuses_for_now_is_not_repeated()
    {
        var gateway = new StubGateway(Reply.Json("""{"code":62109}""", System.Net.HttpStatusCode.ServiceUnavailable),
            Reply.Json("""{"code":0}"""));

        Assert.NotNull(await SendAsync(gateway));
        Assert.Single(gateway.Requests);
    }

    [Fact]
    public async Task A_refused_token_is_replaced_and_the_call_sent_once_more()
    {
        var gateway = new StubGateway(Reply.Status(401), Reply.Json("""{"code":0}"""));

        Assert.Null(await SendAsync(gateway));
        Assert.Equal(2, gateway.Requests.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_lost_answer_is_told_as_unknown(bool isTimeout)
    {
        var gateway = new StubGateway(
            Reply.Throw(isTimeout ? new System.TimeoutException() : new HttpRequestException("reset")));

        var failure = await SendAsync(gateway);

        Assert.Equal((FailureKind.OutcomeUnknown, 1), (failure!.Kind, gateway.Requests.Count));
    }

    [Fact]
    public async Task A_gateway_that_was_not_reached_is_no_unknown_outcome()
    {
        var refused = new HttpRequestException(
            "refused", new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.ConnectionRefused));

        var failure = await SendAsync(new StubGateway(Reply.Throw(refused)));

        Assert.Equal(FailureKind.ConnectionFailed, failure!.Kind);
    }

    private async Task<FlowServiceException?> SendAsync(HttpMessageHandler gateway, Operation? operation = null)
    {
        using var connection = Connect.To(gateway, _clock);
        var request = new ServiceRequest(operation ?? Write, connection.Gateway, "flow 1", new Dictionary<string, string>
        { ["action"] = "change" }, "{}"u8.ToArray());
        return await Record.ExceptionAsync(
            () => new FlowClient(connection).SendAsync(request, default)) as FlowServiceException;
    }
}
