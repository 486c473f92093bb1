using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using BatchFlows.Client;

namespace BatchFlows.Fuzzing.Targets.Client;

/// <summary>
/// A gateway that answers each call with the same bytes, and a client of it. What the client remembers of one input is
/// gone at the next: each input shall show the same whatever came before it.
/// </summary>
internal sealed class Gateway
{
    private static readonly TimeSpan LongerThanTokens = TimeSpan.FromHours(3);

    private readonly FlowConnection _connection;
    private readonly TestClock _clock = new(ClockMode.SkipsInline) { KeepsWaits = false };

    public Gateway()
    {
        _connection = Connect.To(
            new StubGateway(Reply) { KeepsCalls = false }, _clock, retries: 1, gateway: new("http://localhost/"));
        Client = new FlowClient(_connection);
    }

    public FlowClient Client { get; }

    public int Status { get; private set; }

    public IReadOnlyList<(string Name, string Value)> Headers { get; private set; } = [];

    public byte[] Body { get; private set; } = [];

    /// <summary>True when requests for a token get that answer, too.</summary>
    public bool IsTokenService { get; private set; }

    /// <summary>The body of the last call.</summary>
    public string Sent { get; private set; } = "";

    public void Answer(
        int status, IReadOnlyList<(string Name, string Value)> headers, byte[] body, bool isTokenService = false)
    {
        (Status, Headers, Body, IsTokenService) = (status, headers, body, isTokenService);
        _clock.Advance(LongerThanTokens);
        _connection.Zone.Set(new ServerZone("GMT+8"));
        (_connection.Dialect.SortsInSnakeCase, _connection.Dialect.TakesParametersAsText) = (false, null);
    }

    private HttpResponseMessage? Reply(StubCall call)
    {
        if (call.IsToken && !IsTokenService) return null;
        Sent = call.Body;
        var answer = new HttpResponseMessage((HttpStatusCode)Status) { Content = new ByteArrayContent(Body) };
        foreach (var (name, value) in Headers) answer.Headers.TryAddWithoutValidation(name, value);
        return answer;
    }
}
