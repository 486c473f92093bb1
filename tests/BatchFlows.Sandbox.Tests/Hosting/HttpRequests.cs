using System;
using System.Net.Http;

namespace BatchFlows.Sandbox.Tests;

/// <summary>Turns a request of the tests into one for an <see cref="HttpClient"/>.</summary>
internal static class HttpRequests
{
    public static HttpRequestMessage From(SandboxRequest request)
    {
        var message = new HttpRequestMessage(new(request.Method), new Uri(request.Target, UriKind.Relative));
        if (request.Body.Length > 0) message.Content = new ByteArrayContent(request.Body);
        foreach (var header in request.Headers) message.Headers.Add(header.Key, header.Value);
        return message;
    }
}
