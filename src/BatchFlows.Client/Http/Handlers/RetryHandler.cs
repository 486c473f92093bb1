using System;
using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Polly;
using Polly.Retry;

namespace BatchFlows.Http;

/// <summary>
/// Repeats what may pass: a full quota and an unreachable service for every call, since neither carried it out; broken
/// connections, cut answers and gateway faults for calls that only read.
/// </summary>
internal sealed class RetryHandler : DelegatingHandler
{
    private const int TokenServiceFailed = 1005;
    private const int ServiceFailed = 62109;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(0.4);
    private static readonly ResiliencePropertyKey<ServiceRequest> Request = new("request");

    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;

    public RetryHandler(FlowConnectionOptions options)
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = options.Clock };
        if (options.MaximumRetryCount > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = options.MaximumRetryCount,
                Delay = FirstDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = arguments => new(MayPass(arguments.Context.Properties.GetValue(Request, null!), arguments.Outcome)),
                DelayGenerator = arguments => new(arguments.Outcome.Result is { } refusal ? RetryAfter.Of(refusal, options.Clock) : null),
                OnRetry = arguments =>
                {
                    var request = arguments.Context.Properties.GetValue(Request, null!);
                    request.Trace?.Invoke(string.Format(
                        CultureInfo.InvariantCulture, "{0}: attempt {1} in {2:0.0} s", request.Description, request.Attempts + 1, arguments.RetryDelay.TotalSeconds));
                    return default;
                },
            });
        }

        _pipeline = builder.Build();
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
        // With an envelope it is the service that speaks, and it may have done some of the work; a code says more than the HTTP status.
        var isService = response.Status is not null;
        return response.StatusCode switch
        {
            (HttpStatusCode)429 => true,
            HttpStatusCode.ServiceUnavailable => mayRepeat || !isService,
            HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout =>
                mayRepeat && (!isService || response.Status is ServiceFailed or TokenServiceFailed),
            HttpStatusCode.OK => mayRepeat && (response.Status == TokenServiceFailed || response.Form is BodyForm.CutJson or BodyForm.Empty),
            _ => false,
        };
    }

    /// <summary>True for what stays as it is; that a proxy refuses a password too often may lock an account besides.</summary>
    private static bool IsHopeless(Exception exception) =>
        Failures.IsCertificateProblem(exception) || Failures.IsUnknownHost(exception) || Failures.IsRefusedByProxy(exception);

    private Task<HttpResponseMessage> SendOnceAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        request.Attempts++;
        return base.SendAsync(request, cancellationToken);
    }
}
