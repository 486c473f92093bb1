using System;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;

namespace BatchFlows.Benchmarks;

/// <summary>
/// The least that gets a flow: an HttpClient and source-generated JSON, without token, signature, retry or error of any
/// kind.
/// </summary>
internal sealed class BareClient : IDisposable
{
    private readonly HttpClient _http;

    public BareClient(Uri gateway)
        : this(gateway, new SocketsHttpHandler { MaxConnectionsPerServer = 64, UseProxy = false })
    {
    }

    public BareClient(Uri gateway, HttpMessageHandler transport) =>
        _http = new HttpClient(transport) { BaseAddress = gateway };

    public async Task<BareFlow> ExportAsync(long flowId)
    {
        using var response = await _http.GetAsync(
            $"/batch-processing-service/v2.1/flows?action=export&flowId={flowId}&userId=u1&orgId=o1",
            HttpCompletionOption.ResponseHeadersRead);
        using var stream = await response.Content.ReadAsStreamAsync();
        return (await JsonSerializer.DeserializeAsync(stream, BareContext.Default.BareAnswer))!.Data!;
    }

    /// <summary>Exports flows, one after the other.</summary>
    public void Export(int count)
    {
        ExportAllAsync().GetAwaiter().GetResult();

        async Task ExportAllAsync()
        {
            for (var id = 1; id <= count; id++) await ExportAsync(id);
        }
    }

    /// <summary>Exports flows, some at once.</summary>
    public void Export(int count, int atOnce)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = atOnce };
        Parallel.ForEachAsync(Enumerable.Range(1, count), options, async (id, _) => await ExportAsync(id)).GetAwaiter()
            .GetResult();
    }

    public void Dispose() => _http.Dispose();
}
