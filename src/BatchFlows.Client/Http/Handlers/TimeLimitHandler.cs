using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Polly;

namespace BatchFlows.Http;

/// <summary>Gives each request its time limit. What a call waits for before it is sent, a token or its turn, does not count.</summary>
internal sealed class TimeLimitHandler(FlowConnectionOptions options) : DelegatingHandler
{
    private readonly ResiliencePipeline _pipeline =
        new ResiliencePipelineBuilder { TimeProvider = options.Clock }.AddTimeout(options.OperationTimeout).Build();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        await _pipeline.ExecuteAsync(
            static async (state, limited) => await state.Handler.SendInTimeAsync(state.Request, limited).ConfigureAwait(false),
            (Handler: this, Request: request),
            cancellationToken).ConfigureAwait(false);

    private Task<HttpResponseMessage> SendInTimeAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        base.SendAsync(request, cancellationToken);
}
