using System;
using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;
using BatchFlows.Http;

namespace BatchFlows;

/// <summary>Makes the exception for a call that failed: by the answer that refused it, or by what kept the answer away.</summary>
internal static class Failures
{
    private static readonly TimeSpan NoticeableSkew = TimeSpan.FromSeconds(30);

    public static FlowServiceException From(ServiceRequest request, ServiceResponse response, DateTimeOffset now)
    {
        // A refused token request stands for the call that needed the token.
        var answered = (ServiceRequest)response.RequestMessage!;
        var found = FailureKinds.Of(answered.Operation, response);
        var kind = answered == request && MayBeDone(request, response, found) ? FailureKind.OutcomeUnknown : found;
        var said = response.Message is { } message ? answered.WithoutSecrets(request.WithoutSecrets(message)) : null;
        var who = answered.Operation.IsToken ? "the token service" : response.Status is null ? "the gateway" : "the service";
        var what = $"{who} answered {response}{(said is null ? "" : $", \"{said}\"")}";
        // Of the address that it names only the host: the rest may hold what is secret.
        if (response.RedirectTarget is { } target) what += $" and sends the call on to {target.Scheme}://{target.Authority}, which was not followed";
        else if (found == FailureKind.ResponseInvalid) what += $" with {FormOf(response)}";
        var difference = response.Date - now;
        var refused = kind == FailureKind.RequestInvalid ? answered.Operation.RefusalRemedy : null;
        var redirected = kind == FailureKind.ResponseInvalid && response.RedirectTarget is not null ? Remedies.ForRedirect : null;
        var remedy = refused ?? redirected ?? ClockSkew(answered.Operation, kind, difference) ?? Remedies.For(kind);
        return new FlowServiceException(kind, Explain(request, what), remedy)
        {
            Operation = request.Operation.Name,
            Code = response.Status,
            ServiceMessage = said,
            HttpStatus = response.StatusCode,
            RequestId = response.RequestId is { } id ? answered.WithoutSecrets(request.WithoutSecrets(id)) : null,
            Attempts = request.Attempts,
            ClockDifference = difference,
        };
    }

    /// <summary>The exception for a call that got no whole answer; null for anything that is not such a failure.</summary>
    public static FlowServiceException? From(ServiceRequest request, Exception exception, Uri gateway, TimeSpan timeLimit)
    {
        var mayBeDone = request.IsSent && !request.Operation.IsReadOnly && !IsCertificateProblem(exception) && !IsUnreached(exception);
        (FailureKind Kind, string What)? failure = exception switch
        {
            TimeoutException =>
                (FailureKind.RequestTimedOut, string.Format(CultureInfo.InvariantCulture, "no answer within {0} s", timeLimit.TotalSeconds)),
            InvalidDataException => (FailureKind.ResponseInvalid, exception.Message.TrimEnd('.')),
            AnswerCutException => (FailureKind.ResponseInvalid, "the connection broke in the middle of the answer"),
            HttpRequestException or IOException when IsCertificateProblem(exception) =>
                (FailureKind.CertificateRejected, $"no trusted connection to {gateway} ({Innermost(exception)})"),
            HttpRequestException or IOException =>
                (FailureKind.ConnectionFailed, $"no answer from {gateway} ({Innermost(exception)})"),
            _ => null,
        };
        if (failure is not var (kind, what)) return null;
        if (mayBeDone) kind = FailureKind.OutcomeUnknown;
        return Create(request, kind, request.WithoutSecrets(what), exception);
    }

    public static FlowServiceException Closed(ServiceRequest request, string connection, Exception exception)
    {
        var mayBeDone = request.IsSent && !request.Operation.IsReadOnly;
        return Create(request, mayBeDone ? FailureKind.OutcomeUnknown : FailureKind.NotConnected, $"the connection '{connection}' was closed", exception);
    }

    public static FlowServiceException NoData(ServiceRequest request, Exception exception) => Create(
        request,
        request.Operation.IsReadOnly ? FailureKind.ResponseInvalid : FailureKind.OutcomeUnknown,
        "the service said OK, and its data is not what is documented",
        exception);

    public static FlowServiceException ReadOnly(ServiceRequest request, string connection) =>
        Create(request, FailureKind.ConnectionReadOnly, $"the connection '{connection}' is for reading only, and this is a change; nothing was sent");

    public static FlowServiceException Unconfirmed(ServiceRequest request, string connection) =>
        Create(request, FailureKind.ConnectionProtected, $"the connection '{connection}' is protected, and this change is not confirmed; nothing was sent");

    /// <summary>A failure that was found out by what several calls told.</summary>
    public static FlowServiceException Found(FailureKind kind, string what, Exception? exception = null) => new(kind, what, Remedies.For(kind), exception);

    /// <summary>What to do when this machine's clock and another one differ noticeably; null when they do not.</summary>
    /// <param name="difference">How far the other one is ahead.</param>
    public static string? ClockSkew(TimeSpan? difference) => difference is not { } skew || skew.Duration() < NoticeableSkew ? null : string.Format(
        CultureInfo.InvariantCulture,
        "This machine's clock is {0:0} s {1} the gateway's: set it right.",
        skew.Duration().TotalSeconds,
        skew > TimeSpan.Zero ? "behind" : "ahead of");

    public static bool IsCertificateProblem(Exception exception) => Has<AuthenticationException>(exception, _ => true);

    public static bool IsUnknownHost(Exception exception) =>
        Has<SocketException>(exception, e => e.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData)
        || Has<WebException>(exception, e => e.Status == WebExceptionStatus.NameResolutionFailure);

#if NET
    /// <summary>True when a proxy does not let this user through.</summary>
    public static bool IsRefusedByProxy(Exception exception) =>
        Has<HttpRequestException>(exception, e => IsProxyProblem(e) && e.Message.Contains("407", StringComparison.Ordinal)); // only the text tells

    private static bool IsProxyProblem(HttpRequestException exception) => exception.HttpRequestError == HttpRequestError.ProxyTunnelError;
#else
    // .NET Framework takes the proxy's answer for that of the gateway.
    public static bool IsRefusedByProxy(Exception exception) => false;

    private static bool IsProxyProblem(HttpRequestException exception) => false;
#endif

    /// <summary>True when nothing was sent. Windows PowerShell says so by a WebException.</summary>
    private static bool IsUnreached(Exception exception) =>
        IsUnknownHost(exception)
        || Has<HttpRequestException>(exception, IsProxyProblem)
        || Has<SocketException>(
            exception,
            e => e.SocketErrorCode is SocketError.ConnectionRefused or SocketError.HostUnreachable or SocketError.NetworkUnreachable)
        || Has<WebException>(exception, e => e.Status == WebExceptionStatus.ConnectFailure);

    /// <summary>
    /// A gateway's fault or a broken answer says nothing about what the service did. A redirect says that the call is still to be made,
    /// elsewhere; only 303 follows what was done.
    /// </summary>
    private static bool MayBeDone(ServiceRequest request, ServiceResponse response, FailureKind kind) =>
        !request.Operation.IsReadOnly
        && response.Status is null
        && response.StatusCode != HttpStatusCode.ServiceUnavailable
        && (response.RedirectTarget is null || response.StatusCode == HttpStatusCode.SeeOther)
        && kind is FailureKind.ServiceFailed or FailureKind.ResponseInvalid;

    /// <summary>What to do when a proof or signature was refused and the two clocks differ: then that is the likely reason.</summary>
    private static string? ClockSkew(Operation operation, FailureKind kind, TimeSpan? difference) =>
        operation.IsToken || kind == FailureKind.SignatureRefused ? ClockSkew(difference) : null;

    private static FlowServiceException Create(ServiceRequest request, FailureKind kind, string what, Exception? exception = null) =>
        new(kind, Explain(request, what), Remedies.For(kind), exception)
        {
            Operation = request.Operation.Name,
            Attempts = request.Attempts,
        };

    private static string Explain(ServiceRequest request, string what) =>
        $"{request.Description} failed{(request.Attempts > 1 ? $" {request.Attempts} times" : "")}: {what}.";

    private static string FormOf(ServiceResponse response) => response.Form switch
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
}
