using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client.Network;

namespace BatchFlows.Client.Tests;

/// <summary>
/// A gateway that repeats what it was sent, wherever an answer has room for it: no failure shows that.
/// </summary>
public class RepeatedSecretTests
{
    private const string Token = "t0ken-that-nobody-may-see";

    /// <summary>Answers, with what was sent in place of SENT and its length in that of LENGTH.</summary>
    public static readonly TheoryData<string> Answers =
    [
        "HTTP/1.1 400 Bad Request\r\nContent-Length: "
            + "LENGTH\r\n\r\n{\"code\":62102,\"msg\":\"SENT\",\"requestId\":\"SENT\"}",
        "HTTP/1.1 200 OK\r\nContent-Length: LENGTH\r\n\r\n{\"code\":62104,\"msg\":\"SENT\"}",
        "HTTP/1.1 400 Bad Request\r\nContent-Length: LENGTH\r\n\r\n<html>SENT</html>",
        "HTTP/1.1 200 OK\r\nContent-Length: LENGTH\r\n\r\n{\"code\":0,\"data\":\"SENT\"}",
        "HTTP/1.1 200 OK\r\nContent-Length: LENGTH\r\n\r\n{\"code\":0,\"data\":{\"SENT\":",
        "HTTP/1.1 500 SENT\r\nX-Request-Id: SENT\r\nServer: SENT\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 302 Found\r\nLocation: https://other.example.com/SENT\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 429 SENT\r\nRetry-After: SENT\r\nContent-Length: 0\r\n\r\n",
        "SENT\r\n\r\n",
        "HTTP/1.1 SENT\r\n\r\n",
        "HTTP/1.1 200 OK\r\nSENT\r\n\r\n",
        "HTTP/1.1 200 OK\r\n(SENT): 1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: SENT\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Type: SENT\r\nDate: SENT\r\nContent-Length: 2\r\n\r\n[]",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nSENT\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n[]SENT\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: SENT\r\n\r\nSENT",
    ];

    private readonly List<string> _trace = [];

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task No_failure_of_a_call_shows_what_was_sent(string answer)
    {
        using var gateway = new RawGateway(
            request => request.StartsWith("POST /apim-token-service", StringComparison.Ordinal)
                ? Granted()
                : Answer(answer, request));

        await FailAsync(gateway, client => client.ExportFlowAsync(2924));
        if (!answer.Contains("\"code\":0", StringComparison.Ordinal))
            await FailAsync(gateway, client => client.DisableFlowAsync(2924));

        Assert.Contains(gateway.Requests, request => request.Contains(Token, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task No_failure_of_the_token_service_shows_what_was_sent(string answer)
    {
        using var gateway = new RawGateway(request => Answer(answer, request));

        await FailAsync(gateway, client => client.AuthenticateAsync());
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task No_failure_that_callers_share_shows_what_one_of_them_sent(string answer)
    {
        using var all = new ManualResetEventSlim();
        using var gateway = new RawGateway(request =>
        {
            all.Wait();
            return Answer(answer, request);
        });
        using var connection = Connection(gateway.Address);
        var calls = Enumerable.Range(0, 3).Select(_ => new FlowClient(connection).ExportFlowAsync(2924)).ToArray();
        all.Set();

        foreach (var call in calls) AssertHidden(gateway, await Assert.ThrowsAsync<FlowServiceException>(() => call));
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task No_failure_at_a_proxy_shows_its_password(string answer)
    {
        const string Challenge =
            "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"x\"\r\nConnection: close\r\nContent-Length: "
                + "0\r\n\r\n";
        using var proxy = new RawGateway(
            request => request.Contains("Basic", StringComparison.Ordinal) ? Answer(answer, request) : Challenge);
        using var connection = Connection(new Uri("https://apim.example.com"), options => options with
        {
            Proxy = proxy.Address,
            ProxyCredentials = new NetworkCredential("anna", "pr0xy-passw0rd"),
        });

        AssertHidden(proxy,
            await Assert.ThrowsAsync<FlowServiceException>(() => new FlowClient(connection).ExportFlowAsync(2924)));
        var password = Convert.ToBase64String("anna:pr0xy-passw0rd"u8);
        Assert.Contains(proxy.Requests, request => request.Contains(password, StringComparison.Ordinal));
    }

    /// <summary>All values of keys, tokens, proofs, signatures and passwords that were in a request.</summary>
    private static readonly Regex Secrets = new(
        "(?i)(?:Authorization: Basic |apim-accesstoken: |apim-signature: "
            + "|\"appKey\":\"|\"encryption\":\"|\"accessToken\":\")([^\"\r\n]+)");

    private static List<string> SecretsOf(string request) =>
        [.. Secrets.Matches(request).Cast<Match>().Select(match => match.Groups[1].Value).Distinct()];

    private static string Granted() =>
        RawGateway.Whole($$"""{"status":0,"data":{"accessToken":"{{Token}}","expire":7200} }""");

    /// <summary>The answer with all values of a request, one after the other.</summary>
    private static string Answer(string answer, string request)
    {
        var sent = string.Join(' ', SecretsOf(request));
        var body = answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]
            .Replace("SENT", sent, StringComparison.Ordinal);
        return answer.Replace("SENT", sent, StringComparison.Ordinal)
            .Replace("LENGTH", $"{body.Length}", StringComparison.Ordinal);
    }

    private static FlowConnection Connection(
        Uri gateway, Func<FlowConnectionOptions, FlowConnectionOptions>? change = null)
    {
        var options = new FlowConnectionOptions { MaximumRetryCount = 0 };
        return new(gateway, "o", "u", Connect.AccessKey, Connect.Secure(Connect.Secret), change is null
            ? options
            : change(options));
    }

    private async Task FailAsync(RawGateway gateway, Func<FlowClient, Task> call)
    {
        using var connection = Connection(gateway.Address);
        AssertHidden(gateway,
            await Assert.ThrowsAsync<FlowServiceException>(() => call(new FlowClient(connection, _trace.Add))));
    }

    private void AssertHidden(RawGateway gateway, FlowServiceException failure)
    {
        var secrets = SecretsOf(string.Concat(gateway.Requests));
        Assert.NotEmpty(secrets);
        var shown = string.Join(
            '\n', [failure.ToString(), failure.ServiceMessage, failure.RequestId, failure.Remedy, .. _trace]);
        foreach (var secret in secrets)
        {
            Assert.DoesNotContain(secret, shown, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Convert.ToHexString(Encoding.ASCII.GetBytes(secret)),
                shown.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        }
    }
}
