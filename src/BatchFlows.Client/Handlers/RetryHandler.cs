using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client.Errors;
using BatchFlows.Client.Messages;
using BatchFlows.Client.Network;
using BatchFlows.Model.Json;

namespace BatchFlows.Client.Handlers;

/// <summary>
/// Retries transient failures: a used-up quota for every call, because the call was not carried out; an unreachable
/// service for calls that do no harm twice; broken connections, truncated answers and gateway faults for calls that
/// only read. <see cref="Doubt"/> explains why.
/// </summary>
internal sealed class RetryHandler(FlowConnectionOptions options) : DelegatingHandler
{
    private const int TokenServiceFailed = 1005;
    private const int ServiceFailed = 62109;

    private Repeater? _repeater;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var service = (ServiceRequest)request;
        var first = SendOnceAsync(service, cancellationToken);
        try
        {
            var response = await first.ConfigureAwait(false);
            if (options.MaximumRetryCount == 0 || !MayPass(service, response, exception: null)) return response;
        }
        catch (Exception e) when (options.MaximumRetryCount > 0 && MayPass(service, message: null, e))
        {
            // It is the first of several attempts.
        }

        // Made when first needed: a job whose calls all succeed never waits for Polly to be loaded and compiled.
        _repeater ??= new Repeater(options, MayPass);
        return await _repeater.SendAsync(service, first, token => SendOnceAsync(service, token), cancellationToken)
            .ConfigureAwait(false);
    }

    private static bool MayPass(ServiceRequest request, HttpResponseMessage? message, Exception? exception)
    {
        var mayRepeat = request.Operation.IsReadOnly || !request.IsSent;
        if (exception is not null)
            return mayRepeat && exception is HttpRequestException or IOException && !IsHopeless(exception);

        var response = (ServiceResponse)message!;
        if (response.IsSuccess) return false;
        // An answer with an envelope comes from the service, which may have done part of the work; its code outranks
        // the HTTP status.
        var isService = response.Status is not null;
        return response.StatusCode switch
        {
            (HttpStatusCode)429 => true,
            HttpStatusCode.ServiceUnavailable =>
                mayRepeat || (!isService && request.Operation.IsHarmlessTwice),
            HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout =>
                mayRepeat && (!isService || response.Status is ServiceFailed or TokenServiceFailed),
            HttpStatusCode.OK => mayRepeat
                && (response.Status == TokenServiceFailed || response.Form is BodyForm.CutJson or BodyForm.Empty),
            _ => false,
        };
    }

    /// <summary>
    /// True for failures that a retry cannot cure. Repeating a refused proxy password could also lock the account.
    /// </summary>
    private static bool IsHopeless(Exception exception) =>
        NetworkFaults.IsCertificateProblem(exception)
            || NetworkFaults.IsHandshakeProblem(exception)
            || NetworkFaults.IsUnknownHost(exception)
            || NetworkFaults.IsRefusedByProxy(exception);

    private Task<HttpResponseMessage> SendOnceAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        request.Attempts++;
        return base.SendAsync(request, cancellationToken);
    }
}
