using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows.Client.Tests;

/// <summary>A gateway that repeats what it was sent, wherever an answer has room for it: no failure shows that.</summary>
public sealed partial class RepeatedSecretTests : IDisposable
{
    private const string Token = "t0ken-that-nobody-may-see";

    /// <summary>Answers, with what was sent in place of SENT and its length in that of LENGTH.</summary>
    public static readonly TheoryData<string> Answers =
    [
        "HTTP/1.1 400 Bad Request\r\nContent-Length: LENGTH\r\n\r\n{\"code\":62102,\"msg\":\"SENT\",\"requestId\":\"SENT\"}",
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

    private readonly TcpListener _gateway = new(IPAddress.Loopback, 0);
    private readonly List<string> _trace = [];
    private string _sent = "";

    public RepeatedSecretTests() => _gateway.Start();

    public void Dispose() => _gateway.Dispose();

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task No_failure_of_a_call_shows_what_was_sent(string answer)
    {
        var serving = ServeAsync(request => request.StartsWith("POST /apim-token-service", StringComparison.Ordinal) ? Granted() : Answer(answer, request));

        await FailAsync(client => client.ExportFlowAsync(2924), serving);
        if (!answer.Contains("\"code\":0", StringComparison.Ordinal)) await FailAsync(client => client.DisableFlowAsync(2924), serving);

        Assert.Contains(Token, _sent, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task No_failure_of_the_token_service_shows_what_was_sent(string answer) =>
        await FailAsync(client => client.AuthenticateAsync(), ServeAsync(request => Answer(answer, request)));

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task No_failure_that_callers_share_shows_what_one_of_them_sent(string answer)
    {
        var reached = new SemaphoreSlim(0);
        var serving = ServeAsync(request =>
        {
            reached.Wait();
            return Answer(answer, request);
        });
        using var connection = Connection();
        var calls = Enumerable.Range(0, 3).Select(_ => new FlowClient(connection).ExportFlowAsync(2924)).ToArray();
        reached.Release(10);

        foreach (var call in calls) AssertHidden(await Assert.ThrowsAsync<FlowServiceException>(() => call));
        Assert.False(serving.IsFaulted);
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task No_failure_at_a_proxy_shows_its_password(string answer)
    {
        const string Challenge = "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"x\"\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
        var serving = ServeAsync(request => request.Contains("Basic", StringComparison.Ordinal) ? Answer(answer, request) : Challenge);

        using var connection = Connection(new Uri("https://apim.example.com"), options => options with
        {
            Proxy = new Uri($"http://{_gateway.LocalEndpoint}"),
            ProxyCredentials = new NetworkCredential("anna", "pr0xy-passw0rd"),
        });

        AssertHidden(await Assert.ThrowsAsync<FlowServiceException>(() => new FlowClient(connection).ExportFlowAsync(2924)));
        Assert.Contains(Convert.ToBase64String("anna:pr0xy-passw0rd"u8), _sent, StringComparison.Ordinal);
        Assert.False(serving.IsFaulted);
    }

    /// <summary>All values of keys, tokens, proofs, signatures and passwords that were in a request.</summary>
    [GeneratedRegex("(?i)(?:Authorization: Basic |apim-accesstoken: |apim-signature: |\"appKey\":\"|\"encryption\":\"|\"accessToken\":\")([^\"\r\n]+)")]
    private static partial Regex Secrets();

    private static List<string> SecretsOf(string request) => [.. Secrets().Matches(request).Select(match => match.Groups[1].Value).Distinct()];

    private static string Granted() => Whole($$"""{"status":0,"data":{"accessToken":"{{Token}}","expire":7200} }""");

    private static string Whole(string body) => $"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: {body.Length}\r\n\r\n{body}";

    private async Task FailAsync(Func<FlowClient, Task> call, Task serving)
    {
        using var connection = Connection();
        AssertHidden(await Assert.ThrowsAsync<FlowServiceException>(() => call(new FlowClient(connection, _trace.Add))));
        Assert.False(serving.IsFaulted);
    }

    private void AssertHidden(FlowServiceException failure)
    {
        var secrets = SecretsOf(_sent);
        Assert.NotEmpty(secrets);
        var shown = string.Join('\n', [failure.ToString(), failure.ServiceMessage, failure.RequestId, failure.Remedy, .. _trace]);
        foreach (var secret in secrets)
        {
            Assert.DoesNotContain(secret, shown, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Convert.ToHexString(Encoding.ASCII.GetBytes(secret)), shown.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        }
    }

    private FlowConnection Connection() => Connection(new Uri($"http://{_gateway.LocalEndpoint}"), options => options);

    private static FlowConnection Connection(Uri gateway, Func<FlowConnectionOptions, FlowConnectionOptions> change) =>
        new(gateway, "o", "u", Connect.AccessKey, Connect.Secure(Connect.Secret), change(new() { MaximumRetryCount = 0 }));

    /// <summary>The answer with all values of a request, one after the other.</summary>
    private static string Answer(string answer, string request)
    {
        var sent = string.Join(' ', SecretsOf(request));
        var body = answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..].Replace("SENT", sent, StringComparison.Ordinal);
        return answer.Replace("SENT", sent, StringComparison.Ordinal).Replace("LENGTH", $"{body.Length}", StringComparison.Ordinal);
    }

    private async Task ServeAsync(Func<string, string> answer)
    {
        while (true)
        {
            try
            {
                using var client = await _gateway.AcceptTcpClientAsync();
                var stream = client.GetStream();
                var buffer = new byte[8192];
                var request = "";
                while (!IsWhole(request)) request += Encoding.ASCII.GetString(buffer, 0, await stream.ReadAsync(buffer));
                _sent += request;
                await stream.WriteAsync(Encoding.ASCII.GetBytes(answer(request)));
            }
            catch (Exception e) when (e is SocketException or InvalidOperationException)
            {
                return; // stopped while it waits, or before
            }
        }
    }

    private static bool IsWhole(string request)
    {
        var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0) return false;
        var length = Regex.Match(request, "Content-Length: ([0-9]+)");
        return request.Length >= end + 4 + (length.Success ? int.Parse(length.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) : 0);
    }
}
