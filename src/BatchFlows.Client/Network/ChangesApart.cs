#if !NET
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows.Client.Network;

/// <summary>
/// Sends each change over a connection of its own. .NET Framework repeats a request by itself when a reused connection
/// ends without an answer, although the service may have carried it out.
/// </summary>
/// <param name="reads">Keeps its connections.</param>
/// <param name="changes">Gets only requests that close their connection, so it has none to reuse.</param>
internal sealed class ChangesApart(HttpMessageHandler reads, HttpMessageHandler changes) : HttpMessageHandler
{
    private readonly HttpMessageInvoker _reads = new(reads);
    private readonly HttpMessageInvoker _changes = new(changes);

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken) =>
        (request.Headers.ConnectionClose == true ? _changes : _reads).SendAsync(request, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _reads.Dispose();
            _changes.Dispose();
        }

        base.Dispose(disposing);
    }
}
#endif
