using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows.Sandbox;

/// <summary>
/// Takes the requests of an <see cref="HttpClient"/> to a service without a socket, whatever host they are for.
/// </summary>
public sealed class SandboxHandler : HttpMessageHandler
{
    private readonly SandboxService _service;

    /// <summary>Makes a handler for a service, which it does not own.</summary>
    /// <param name="service">The service that answers.</param>
    public SandboxHandler(SandboxService service) =>
        _service = service ?? throw new ArgumentNullException(nameof(service));

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = await BodyOfAsync(request).ConfigureAwait(false);
        var headers = request.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value));
        var answer = await _service
            .HandleAsync(new(request.Method.Method, request.RequestUri!.PathAndQuery, headers, body), cancellationToken)
            .ConfigureAwait(false);
        if (answer.Delivery == SandboxDelivery.Drop)
            throw new HttpRequestException("The sandbox dropped the connection.", DeliveredBody.ConnectionReset());
        return Message(answer, request);
    }

    private static Task<byte[]> BodyOfAsync(HttpRequestMessage request) =>
        request.Content?.ReadAsByteArrayAsync() ?? Task.FromResult<byte[]>([]);

    private HttpResponseMessage Message(SandboxResponse answer, HttpRequestMessage request)
    {
        var message = new HttpResponseMessage((HttpStatusCode)answer.Status)
        {
            RequestMessage = request,
            Content = answer.Delivery == SandboxDelivery.Whole
                ? new ByteArrayContent(answer.Body)
                : new StreamContent(_service.OpenBody(answer)),
        };
        if (answer.Delivery != SandboxDelivery.Endless) message.Content.Headers.ContentLength = answer.Length;
        message.Content.Headers.TryAddWithoutValidation("Content-Type", answer.ContentType);
        foreach (var header in answer.Headers) message.Headers.TryAddWithoutValidation(header.Key, header.Value);
        return message;
    }
}
