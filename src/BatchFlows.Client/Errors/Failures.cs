using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;
using BatchFlows.Http;
using Polly.Timeout;

namespace BatchFlows;

/// <summary>Makes the exception for a call that failed: by the answer that refused it, or by what kept the answer away.</summary>
internal static class Failures
{
    private static readonly TimeSpan NoticeableSkew = TimeSpan.FromSeconds(30);

    public static FlowServiceException From(ServiceRequest request, ServiceResponse response, DateTimeOffset now)
    {
        // A refused token request stands for the call that needed the token.
        var answered = (ServiceRequest)response.RequestMessage!;
        var kind = FailureKinds.Of(answered.Operation, response);
        var said = response.Message is { } message ? answered.WithoutSecrets(request.WithoutSecrets(message)) : null;
        var who = answered.Operation.IsToken ? "the token service" : response.Status is null ? "the gateway" : "the service";
        var what = $"{who} answered {response}{(said is null ? "" : $", \"{said}\"")}";
        if (kind == FailureKind.ResponseInvalid) what += $" with {Describe(response)}";
        return new FlowServiceException(kind, Describe(request, what), RemedyFor(kind, response, now))
        {
            Operation = request.Operation.Name,
            Code = response.Status,
            ServiceMessage = said,
            HttpStatus = response.StatusCode,
            RequestId = response.RequestId is { } id ? answered.WithoutSecrets(request.WithoutSecrets(id)) : null,
            Attempts = request.Attempts,
        };
    }

    /// <summary>The exception for a call that got no whole answer; null for anything that is not such a failure.</summary>
    public static FlowServiceException? From(ServiceRequest request, Exception exception, Uri gateway, TimeSpan timeLimit)
    {
        var mayBeDone = request.IsSent && !request.Operation.IsReadOnly && !IsCertificateProblem(exception) && !IsUnreached(exception);
        (FailureKind Kind, string What)? failure = exception switch
        {
            TimeoutRejectedException =>
                (FailureKind.RequestTimedOut, string.Format(CultureInfo.InvariantCulture, "no answer within {0} s", timeLimit.TotalSeconds)),
            InvalidDataException => (FailureKind.ResponseInvalid, exception.Message.TrimEnd('.')),
            AnswerCutException => (FailureKind.ResponseInvalid, "the connection broke in the middle of the answer"),
            HttpRequestException or IOException when IsCertificateProblem(exception) =>
                (FailureKind.CertificateRejected, $"the certificate of {gateway} is not trusted ({Innermost(exception)})"),
            HttpRequestException or IOException =>
                (FailureKind.ConnectionFailed, $"no answer from {gateway} ({Innermost(exception)})"),
            _ => null,
        };
        if (failure is not var (kind, what)) return null;
        if (mayBeDone) kind = FailureKind.OutcomeUnknown;
        return new FlowServiceException(
            kind, Describe(request, request.WithoutSecrets(what)), Remedies[kind], exception)
        {
            Operation = request.Operation.Name,
            Attempts = request.Attempts,
        };
    }

    public static FlowServiceException NoData(ServiceRequest request) =>
        new(FailureKind.ResponseInvalid, Describe(request, "the service said OK, and its data is not what is documented"), Remedies[FailureKind.ResponseInvalid])
        {
            Operation = request.Operation.Name,
            Attempts = request.Attempts,
        };

    public static bool IsCertificateProblem(Exception exception) => Has<AuthenticationException>(exception, _ => true);

    public static bool IsUnknownHost(Exception exception) =>
        Has<SocketException>(exception, e => e.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData);

    private static bool IsUnreached(Exception exception) => IsUnknownHost(exception) || Has<SocketException>(
        exception,
        e => e.SocketErrorCode is SocketError.ConnectionRefused or SocketError.HostUnreachable or SocketError.NetworkUnreachable);

    private static string RemedyFor(FailureKind kind, ServiceResponse response, DateTimeOffset now)
    {
        var remedy = Remedies[kind];
        var mayBeTheClock = kind is FailureKind.SignatureRefused or FailureKind.CredentialRefused or FailureKind.RequestInvalid;
        if (!mayBeTheClock || response.Headers.Date is not { } theirs) return remedy;
        var skew = now - theirs;
        if (skew.Duration() < NoticeableSkew) return remedy;
        var direction = skew > TimeSpan.Zero ? "ahead of" : "behind";
        return string.Format(
            CultureInfo.InvariantCulture, "This machine's clock is {0:0} s {1} the gateway's: set it right.", skew.Duration().TotalSeconds, direction);
    }

    private static string Describe(ServiceRequest request, string what) =>
        $"{request.Description} failed{(request.Attempts > 1 ? $" {request.Attempts} times" : "")}: {what}.";

    private static string Describe(ServiceResponse response) => response.Form switch
    {
        BodyForm.Empty => "an empty body",
        BodyForm.CutJson => "JSON that ends early",
        BodyForm.Json => "JSON of another form than documented",
        _ => "something that is not JSON",
    };

    private static string Innermost(Exception exception) => exception.GetBaseException().Message.TrimEnd('.');

    private static bool Has<T>(Exception? exception, Func<T, bool> matches)
        where T : Exception
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is T found && matches(found)) return true;
        }

        return false;
    }

    private static readonly Dictionary<FailureKind, string> Remedies = new()
    {
        [FailureKind.CredentialRefused] =
            "Check the access key and its secret key (EnOS Management Console, Application Registration) and connect again.",
        [FailureKind.SignatureRefused] =
            "Check that the secret key belongs to the access key, that the application may call this service, and that this machine's clock is right.",
        [FailureKind.TokenRefused] = "Connect again; if it stays, ask the administrator of the gateway.",
        [FailureKind.UserOrOrganizationUnknown] =
            "Check the user ID (console, profile icon) and the organisation ID (IAM, Organization Profile) of the connection.",
        [FailureKind.RequestInvalid] = "Correct the parameter the service names.",
        [FailureKind.AccessDenied] = "Ask the owner of the flow or the administrator of the organisation for the right to do this.",
        [FailureKind.StateForbidsOperation] = "Remove what the service names first, then try again.",
        [FailureKind.AccountLocked] = "Ask the administrator to unlock the account.",
        [FailureKind.ServiceFailed] = "Try again later; if it stays, give the administrator this message and its time.",
        [FailureKind.FlowNotFound] = "Check the flow ID and that the flow belongs to the organisation of the connection.",
        [FailureKind.RateLimited] = "Wait, or ask the administrator of the gateway for a larger quota; fewer calls at once help.",
        [FailureKind.RequestTimedOut] = "Try again, or connect with a longer time limit.",
        [FailureKind.ConnectionFailed] = "Check the gateway's address, the network and the proxy.",
        [FailureKind.CertificateRejected] = "Check the gateway's address; install the issuer's certificate if it is your own.",
        [FailureKind.ResponseInvalid] = "Try again; if it stays, check that the address is that of the API gateway and that no proxy changes answers.",
        [FailureKind.OutcomeUnknown] = "It may have been carried out: look at the state of the flow before you repeat it.",
    };
}
