using System;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows.Tests;

/// <summary>A gateway that gives out one token and answers every call of the service by a script.</summary>
internal sealed class Scripted(params Func<HttpResponseMessage>[] answers) : HttpMessageHandler
{
    private int _calls;

    public ConcurrentQueue<HttpRequestMessage> Requests { get; } = new();

    /// <summary>The bodies of the requests, which their senders dispose of; empty texts where there was none.</summary>
    public ConcurrentQueue<string> Bodies { get; } = new();

    public static Func<HttpResponseMessage> Json(string body, HttpStatusCode status = HttpStatusCode.OK) =>
        () => new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    public static Func<HttpResponseMessage> Status(int status, Action<HttpResponseMessage>? change = null) => () =>
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent("<html>") };
        change?.Invoke(response);
        return response;
    };

    public static Func<HttpResponseMessage> Throw(Exception exception) => () => throw exception;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.AbsolutePath.Contains("token", StringComparison.Ordinal))
            return Json(Sample.Text("token-get.response"))();
        Requests.Enqueue(request);
        Bodies.Enqueue(request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken));
        return answers[Math.Min(Interlocked.Increment(ref _calls), answers.Length) - 1]();
    }
}
