using System;
using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace BatchFlows.Http;

/// <summary>
/// Repeats what may pass: a full quota and an unreachable service for every call, since neither carried it out; broken
/// connections, cut answers and gateway faults for calls that only read. Each attempt has its own time limit.
/// </summary>
internal sealed class RetryHandler : DelegatingHandler
{
    private const int TokenServiceFailed = 1005;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(0.4);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(60);
    private static readonly ResiliencePropertyKey<ServiceRequest> Request = new("request");

    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;
    private readonly TimeProvider _clock;

    public RetryHandler(FlowConnectionOptions options)
    {
        _clock = options.Clock;
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = _clock };
        if (options.MaximumRetryCount > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = options.MaximumRetryCount,
                Delay = FirstDelay,
                MaxDelay = LongestDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = arguments => new(MayPass(arguments.Context.Properties.GetValue(Request, null!), arguments.Outcome)),
                DelayGenerator = arguments => new(AskedDelay(arguments.Outcome.Result)),
                OnRetry = arguments =>
                {
                    var request = arguments.Context.Properties.GetValue(Request, null!);
                    request.Trace?.Invoke(string.Format(
                        CultureInfo.InvariantCulture, "{0}: attempt {1} in {2:0.0} s", request.Description, request.Attempts + 1, arguments.RetryDelay.TotalSeconds));
                    return default;
                },
            });
        }

        _pipeline = builder.AddTimeout(new TimeoutStrategyOptions { Timeout = options.OperationTimeout }).Build();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        var service = (ServiceRequest)request;
        context.Properties.Set(Request, service);
        try
        {
            return await _pipeline
                .ExecuteAsync(
                    static async (c, state) => await state.Handler.SendOnceAsync(state.Message, c.CancellationToken).ConfigureAwait(false),
                    context,
                    (Handler: this, Message: service))
                .ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static bool MayPass(ServiceRequest request, Outcome<HttpResponseMessage> outcome)
    {
        var mayRepeat = request.Operation.IsReadOnly || !request.IsSent;
        if (outcome.Exception is { } exception) return mayRepeat && exception is HttpRequestException or IOException && !IsHopeless(exception);

        var response = (ServiceResponse)outcome.Result!;
        if (response.IsSuccess) return false;
        var isRefusedForNow = response.StatusCode is (HttpStatusCode)429 or HttpStatusCode.ServiceUnavailable;
        // With an envelope it is the service that speaks, and it may have done some of the work.
        if (response.Status is { } status) return mayRepeat && (isRefusedForNow || status == TokenServiceFailed);
        return isRefusedForNow || (mayRepeat && response.StatusCode switch
        {
            HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout => true,
            HttpStatusCode.OK => response.Form is BodyForm.CutJson or BodyForm.Empty,
            _ => false,
        });
    }

    private static bool IsHopeless(Exception exception) => Failures.IsCertificateProblem(exception) || Failures.IsUnknownHost(exception);

    private Task<HttpResponseMessage> SendOnceAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        request.Attempts++;
        return base.SendAsync(request, cancellationToken);
    }

    /// <summary>The wait the gateway asks for, by its own clock; null, for ours, when it asks for none.</summary>
    private TimeSpan? AskedDelay(HttpResponseMessage? response)
    {
        if (response?.Headers.RetryAfter is not { } asked) return null;
        var delay = asked.Delta ?? asked.Date - (response.Headers.Date ?? _clock.GetUtcNow());
        return delay <= TimeSpan.Zero ? null : delay > LongestDelay ? LongestDelay : delay;
    }
}
