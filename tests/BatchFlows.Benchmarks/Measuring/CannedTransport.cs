using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows.Benchmarks;

/// <summary>The same without a socket, where only reading is measured.</summary>
internal sealed class CannedTransport(byte[] export) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var isToken = request.RequestUri!.AbsolutePath.Contains("/token/");
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
        { Content = new ByteArrayContent(isToken ? Documents.Token : export) });
    }
}
