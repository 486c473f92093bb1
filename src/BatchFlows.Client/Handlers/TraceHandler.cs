using System;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client.Messages;

namespace BatchFlows.Client.Handlers;

/// <summary>
/// Traces every attempt in one line: operation, subject, result, duration. It contains no header, query value or body.
/// </summary>
internal sealed class TraceHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken) =>
        ((ServiceRequest)request).Trace is { } trace
            ? SendTracedAsync((ServiceRequest)request, trace, cancellationToken)
            : base.SendAsync(request, cancellationToken);

    private async Task<HttpResponseMessage> SendTracedAsync(
        ServiceRequest request, Action<string> trace, CancellationToken cancellationToken)
    {
        var started = Stopwatch.StartNew();
        var outcome = "no answer";
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            outcome = response.ToString();
            return response;
        }
        catch (Exception e)
        {
            outcome = e.GetType().Name;
            throw;
        }
        finally
        {
            trace(string.Format(
                CultureInfo.InvariantCulture, "{0}: {1}, {2} ms", request.Description, outcome,
                started.ElapsedMilliseconds));
        }
    }
}
