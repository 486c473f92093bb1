using System;
using System.Globalization;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client.Messages;
using BatchFlows.Client.Network;
using Polly;
using Polly.Retry;

namespace BatchFlows.Client.Handlers;

/// <summary>
/// Retries a call, with waits in between, until it succeeds, cannot succeed, or has used up its retries.
/// </summary>
internal sealed class Repeater
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(0.4);
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;

    /// <param name="mayPass">
    /// Decides from an answer, or from the fault in place of one, whether a retry may succeed.
    /// </param>
    public Repeater(
        FlowConnectionOptions options, Func<ServiceRequest, HttpResponseMessage?, Exception?, bool> mayPass) =>
        _pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = options.Clock }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = options.MaximumRetryCount,
                Delay = FirstDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = arguments =>
                    new(mayPass(RequestOf(arguments.Context), arguments.Outcome.Result, arguments.Outcome.Exception)),
                DelayGenerator = arguments =>
                    new(arguments.Outcome.Result is { } refusal ? RetryAfter.Of(refusal, options.Clock) : null),
                OnRetry = arguments =>
                {
                    var request = RequestOf(arguments.Context);
                    request.Trace?.Invoke(string.Format(
                        CultureInfo.InvariantCulture, "{0}: attempt {1} in {2:0.0} s", request.Description,
                        request.Attempts + 1, arguments.RetryDelay.TotalSeconds));
                    request.Pausing?.Invoke(arguments.RetryDelay);
                    return default;
                },
            })
            .Build();

    /// <param name="first">The first attempt, which is over.</param>
    /// <param name="send">Makes another one.</param>
    public async Task<HttpResponseMessage> SendAsync(
        ServiceRequest request, Task<HttpResponseMessage> first,
        Func<CancellationToken, Task<HttpResponseMessage>> send, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        context.Properties.Set(Key.Request, request);
        var made = first;
        try
        {
            return await _pipeline.ExecuteAsync(
                async current =>
                {
                    var attempt = made ?? send(current.CancellationToken);
                    made = null;
                    return await attempt.ConfigureAwait(false);
                },
                context).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static ServiceRequest RequestOf(ResilienceContext context) =>
        context.Properties.GetValue(Key.Request, null!);

    /// <summary>A field of this type in the class itself would load Polly with the class.</summary>
    private static class Key
    {
        public static readonly ResiliencePropertyKey<ServiceRequest> Request = new("request");
    }
}
