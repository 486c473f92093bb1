using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Security;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;
using BatchFlows.Client.Network;

namespace BatchFlows.Fuzzing;

/// <summary>
/// A gateway that answers each call with the same bytes, and a client of it. What the client remembers of one input is
/// gone at the next: each input shall show the same whatever came before it.
/// </summary>
internal sealed class Gateway : HttpMessageHandler
{
    private const string Token = """{"status":0,"msg":"SUCCESS","data":{"accessToken":"token","expire":7200}}""";

    private readonly FlowConnection _connection;
    private readonly TestClock _clock = new(ClockMode.SkipsInline);

    public Gateway()
    {
        var secret = new SecureString();
        foreach (var character in "secret") secret.AppendChar(character);
        var options = new FlowConnectionOptions { Clock = _clock, Transport = this, MaximumRetryCount = 1 };
        _connection = new FlowConnection(new Uri("http://localhost/"), "o1", "u1", "key", secret, options);
        Client = new FlowClient(_connection);
    }

    public FlowClient Client { get; }

    public int Status { get; private set; }

    public IReadOnlyList<(string Name, string Value)> Headers { get; private set; } = [];

    public byte[] Body { get; private set; } = [];

    /// <summary>True when requests for a token get that answer, too.</summary>
    public bool IsTokenService { get; private set; }

    /// <summary>The body of the last call.</summary>
    public byte[]? Sent { get; private set; }

    public void Answer(
        int status, IReadOnlyList<(string Name, string Value)> headers, byte[] body, bool isTokenService = false)
    {
        (Status, Headers, Body, IsTokenService) = (status, headers, body, isTokenService);
        _clock.Advance(TimeSpan.FromHours(3));
        _connection.Zone.Set(new ServerZone("GMT+8"));
        (_connection.Dialect.SortsInSnakeCase, _connection.Dialect.TakesParametersAsText) = (false, null);
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!IsTokenService && request.RequestUri!.AbsolutePath.Contains("/token/"))
            return new() { Content = new StringContent(Token) };
        Sent = request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var answer = new HttpResponseMessage((HttpStatusCode)Status) { Content = new ByteArrayContent(Body) };
        foreach (var (name, value) in Headers) answer.Headers.TryAddWithoutValidation(name, value);
        return answer;
    }
}
