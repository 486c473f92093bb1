using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows.Tests;

/// <summary>A gateway that answers each request by a function of it.</summary>
internal sealed class Answering(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
    : HttpMessageHandler
{
    public Answering(Func<HttpRequestMessage, HttpResponseMessage> answer)
        : this((request, _) => Task.FromResult(answer(request)))
    {
    }

    public static bool IsToken(HttpRequestMessage request) =>
        request.RequestUri!.AbsolutePath.Contains("token", StringComparison.Ordinal);

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken) =>
        answer(request, cancellationToken);
}
