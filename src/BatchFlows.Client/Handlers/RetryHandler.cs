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
/// Repeats what may pass: a full quota for every call, since it was not carried out; an unreachable service for calls
/// that do no harm twice; broken connections, cut answers and gateway faults for calls that only read. Why, says
/// <see cref="Doubt"/>.
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

        // Made when first needed: a job whose calls all pass at once never waits for Polly to be loaded and compiled.
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
        // With an envelope it is the service that speaks, and it may have done some of the work; a code says more than
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
    /// True for what stays as it is; that a proxy refuses a password too often may lock an account besides.
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
