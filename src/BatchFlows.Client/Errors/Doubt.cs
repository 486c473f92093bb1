using System.Net;
using BatchFlows.Client.Messages;
using BatchFlows.Model.Failures;

namespace BatchFlows.Client.Errors;

/// <summary>
/// Whether a change may have been made although its call failed. This is the place that says which answers promise that
/// nothing was done.
/// </summary>
/// <remarks>
/// <para>HTTP 429 and a refused token (HTTP 401, code 1203) promise it: the gateway counts calls and checks tokens and
/// signatures before it passes a call on. Every change is sent again after them.</para>
/// <para>HTTP 503 does not. Most gateways answer so when no server takes the call, which is why changes that do no harm
/// twice are sent again; but some do when the server broke off at its work, and a flow would be started twice or a
/// later change of somebody else be saved over.</para>
/// <para>HTTP 500, 502 and 504, an answer that cannot be read and a lost one do not either; nothing that changes is
/// sent again after them.</para>
/// <para>A code of the service, any other 4xx and a redirect (but 303, which follows completed work) promise it for the
/// attempt that they answer. When it was not the first one, they may refuse what the first one has done.</para>
/// </remarks>
internal static class Doubt
{
    /// <summary>True for a failure after which the attempt may have been carried out.</summary>
    public static bool IsLeftBy(ServiceResponse response) =>
        !response.IsSuccess
        && response.Status is null
        && (response.RedirectTarget is null || response.StatusCode == HttpStatusCode.SeeOther)
        && FailureKinds.Of(((ServiceRequest)response.RequestMessage!).Operation, response)
            is FailureKind.ServiceFailed or FailureKind.ResponseInvalid;

    /// <summary>True for a change whose last answer did not come.</summary>
    public static bool MayBeDone(ServiceRequest request) =>
        request.Operation.IsKept && (request.IsSent || request.IsDoubtful);

    /// <summary>
    /// True for a change whose last attempt ended like this, when that says nothing of a doubtful one, or when an
    /// attempt before explains it.
    /// </summary>
    public static bool MayBeDone(ServiceRequest request, FailureKind last) =>
        request.Operation.IsKept
        && ((request.IsDoubtful && (!request.IsSent || FailureAttribute.Of(last).MayPass))
            || (request.IsRepeated && request.IsSent && IsExplained(request.Operation, last)));

    /// <summary>True for what the service may say of a change that was made already.</summary>
    private static bool IsExplained(Operation operation, FailureKind kind) => kind switch
    {
        FailureKind.RequestInvalid or FailureKind.FlowNotFound or FailureKind.InstanceNotFound
            or FailureKind.ServiceFailed => true,
        // For others it is documented, and about something else than what they do themselves.
        FailureKind.StateForbidsOperation => operation == Operations.EnableFlow
            || operation == Operations.DisableFlow
            || operation == Operations.CancelFlowInstance,
        _ => false,
    };
}
