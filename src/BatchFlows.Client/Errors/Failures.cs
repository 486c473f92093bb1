using System;
using System.Globalization;
using System.IO;
using System.Net.Http;
using BatchFlows.Client.Messages;
using BatchFlows.Model.Failures;
using BatchFlows.Client.Network;

namespace BatchFlows.Client.Errors;

/// <summary>
/// Makes the exception for a failed call: from the answer that refused it, or from the fault that kept the answer away.
/// </summary>
internal static class Failures
{
    /// <param name="keyFault">What looks wrong with the keys or IDs of the connection; null if nothing does.</param>
    public static FlowServiceException From(
        ServiceRequest request, ServiceResponse response, DateTimeOffset now, string? keyFault = null)
    {
        // A refused token request stands for the call that needed the token.
        var answered = response.TokenRequest ?? request;
        var found = FailureKinds.Of(answered.Operation, response);
        var kind = Doubt.MayBeDone(request, found) ? FailureKind.OutcomeUnknown : found;
        var said = Shown(response.Message);
        var difference = response.Date - now;
        var remedy = OutcomeRemedy(request, kind)
            ?? Remedies.Of(answered, response, kind, keyFault)
            ?? (answered.Operation.IsToken || kind == FailureKind.SignatureRefused
                ? ClockSkew.Remedy(difference)
                : null);
        // Only the host of the address is named: the rest may hold a secret.
        var target = response.RedirectTarget is { } uri ? Shown($"{uri.Scheme}://{uri.Authority}") : null;
        var why = Reasons.Of(answered.Operation, response, found, target);
        // The service's message about a missing object explains nothing; any other message may be the reason.
        return kind is FailureKind.FlowNotFound or FailureKind.InstanceNotFound && request.Subject is not null
            ? New(
                $"{char.ToUpperInvariant(request.Subject[0])}{request.Subject.Substring(1)} {why}.",
                said is null ? $"({answered.Operation.Name}: {response})"
                    : $"({answered.Operation.Name}: {response}, \"{said}\")")
            : New(Explain(request, kind, said is null ? why : $"{why} (\"{said}\")"), $"({response})");

        FlowServiceException New(string problem, string codes) => new(kind, problem, inner: null, remedy, codes)
        {
            Operation = request.Operation.Name,
            Code = response.Status,
            ServiceMessage = said,
            HttpStatus = response.StatusCode,
            RequestId = Shown(response.RequestId),
            Attempts = request.Attempts,
            ClockDifference = difference,
        };

        string? Shown(string? text) =>
            text is null ? null : ShownText.Of(answered.WithoutSecrets(request.WithoutSecrets(text)));
    }

    /// <summary>
    /// True for faults that can keep an answer away; anything else is a fault of this module or a cancelled call.
    /// </summary>
    public static bool IsNoAnswer(Exception exception) =>
        exception is TimeoutException or InvalidDataException or HttpRequestException or IOException;

    /// <summary>The exception for a call that got no whole answer.</summary>
    public static FlowServiceException From(
        ServiceRequest request, Exception exception, Uri gateway, TimeSpan timeLimit)
    {
        var innermost = exception.GetBaseException().Message.TrimEnd('.');
        var isCertificate = NetworkFaults.IsCertificateProblem(exception);
        var isUnreached = isCertificate || NetworkFaults.IsUnreached(exception);
        var (kind, what) = exception switch
        {
            TimeoutException =>
                (FailureKind.RequestTimedOut,
                    string.Format(CultureInfo.InvariantCulture, "no answer within {0} s", timeLimit.TotalSeconds)),
            InvalidDataException => (FailureKind.ResponseInvalid, exception.Message.TrimEnd('.')),
            AnswerCutException => (FailureKind.ResponseInvalid, "the connection broke in the middle of the answer"),
            _ when NetworkFaults.IsHandshakeProblem(exception) =>
                (FailureKind.ConnectionFailed, $"no agreement with {gateway} about encryption ({innermost})"),
            _ when isCertificate =>
                (FailureKind.CertificateRejected, $"no trusted connection to {gateway} ({innermost})"),
            _ => (FailureKind.ConnectionFailed, $"no answer from {gateway} ({innermost})"),
        };
        var shown = ShownText.Of(request.WithoutSecrets(what));
        var mayBeDone = Doubt.MayBeDone(request, kind) || (Doubt.MayBeDone(request) && !isUnreached);
        return mayBeDone
            ? Create(request, FailureKind.OutcomeUnknown, shown, exception)
            : Create(request, kind, shown, exception, Remedies.Of(exception));
    }

    public static FlowServiceException Closed(ServiceRequest request, string connection, Exception exception)
    {
        var kind = Doubt.MayBeDone(request) ? FailureKind.OutcomeUnknown : FailureKind.NotConnected;
        return Create(request, kind, $"the connection '{connection}' was closed", exception);
    }

    public static FlowServiceException NoData(ServiceRequest request, Exception exception) => Create(
        request,
        request.Operation.IsKept ? FailureKind.OutcomeUnknown : FailureKind.ResponseInvalid,
        "the service said OK, and its data is not what is documented",
        exception);

    public static FlowServiceException ReadOnly(ServiceRequest request, string connection) =>
        Create(request, FailureKind.ConnectionReadOnly,
            $"the connection '{connection}' is read-only, so the change was not sent");

    public static FlowServiceException Unconfirmed(ServiceRequest request, string connection) => Create(
        request,
        FailureKind.ConnectionProtected,
        $"the connection '{connection}' is protected and nobody confirmed the change, so it was not sent");

    private static FlowServiceException Create(
        ServiceRequest request, FailureKind kind, string what, Exception? exception = null, string? remedy = null) =>
        new(kind, Explain(request, kind, what), exception, OutcomeRemedy(request, kind) ?? remedy)
        {
            Operation = request.Operation.Name,
            Attempts = request.Attempts,
        };

    private static string? OutcomeRemedy(ServiceRequest request, FailureKind kind) =>
        kind == FailureKind.OutcomeUnknown ? request.Operation.OutcomeRemedy : null;

    private static string Explain(ServiceRequest request, FailureKind kind, string what)
    {
        var times = request.Attempts > 1 ? $" {request.Attempts} times" : "";
        return kind == FailureKind.OutcomeUnknown
            ? $"The change may have been made or not: {request.Description} was sent{times}, and {what}."
            : $"{request.Description} failed{times}: {what}.";
    }
}
