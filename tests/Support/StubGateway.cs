using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows.Tests;

/// <summary>
/// A gateway in memory. A function answers each request: with a response, with one of <see cref="Reply"/>, with the
/// data of a success as text, or with null for the usual answer, which requests for a token and the time zone have.
/// </summary>
internal sealed class StubGateway(Func<StubCall, CancellationToken, Task<object?>> answer) : HttpMessageHandler
{
    public StubGateway(Func<StubCall, object?> answer)
        : this((call, _) => Task.FromResult(answer(call)))
    {
    }

    /// <summary>Answers the calls of the service in order; the last answer repeats.</summary>
    public StubGateway(params Func<HttpResponseMessage>[] answers)
        : this(InOrder(answers))
    {
    }

    /// <summary>The calls of the service.</summary>
    public ConcurrentQueue<StubCall> Calls { get; } = new();

    public IReadOnlyList<HttpRequestMessage> Requests => [.. Calls.Select(call => call.Request)];

    public IReadOnlyList<string> Bodies => [.. Calls.Select(call => call.Body)];

    /// <summary>False for a gateway that gets millions of calls.</summary>
    public bool KeepsCalls { get; init; } = true;

    /// <summary>Answers each action by a function of its arguments.</summary>
    public static StubGateway ByAction(params (string Action, Func<JsonNode, object> Answer)[] functions) => new(call =>
        functions.SingleOrDefault(function => function.Action == call.Action && !call.IsToken).Answer
            ?.Invoke(call.Arguments));

    public int Count(string action) => Calls.Count(call => call.Action == action);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var call = new StubCall(request, body);
        if (KeepsCalls && !call.IsToken) Calls.Enqueue(call);
        return await answer(call, cancellationToken) switch
        {
            HttpResponseMessage response => response,
            Func<HttpResponseMessage> reply => reply(),
            string data => Reply.Data(data)(),
            _ when call.IsToken => Reply.Token(),
            _ when call.Action == "getTimeZone" => Reply.Zone(),
            _ => throw new InvalidOperationException($"The test has no answer to '{call.Action}'."),
        };
    }

    private static Func<StubCall, object?> InOrder(Func<HttpResponseMessage>[] answers)
    {
        var calls = 0;
        return call => call.IsToken ? null : answers[Math.Min(Interlocked.Increment(ref calls), answers.Length) - 1];
    }
}
