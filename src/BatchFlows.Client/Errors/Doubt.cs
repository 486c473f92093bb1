using System.Net;
using BatchFlows.Client.Messages;
using BatchFlows.Model.Failures;

namespace BatchFlows.Client.Errors;

/// <summary>
/// Decides whether a change may have been made although its call failed. Only this class knows which answers guarantee
/// that nothing was done.
/// </summary>
/// <remarks>
/// <para>HTTP 429 and a refused token (HTTP 401, code 1203) guarantee it: the gateway counts calls and checks tokens
/// and signatures before it passes a call on. Every change is sent again after them.</para>
/// <para>HTTP 503 does not. Most gateways return it when no server accepts the call, so changes that do no harm twice
/// are sent again. But some return it when the server failed during its work, and then a flow could be started twice or
/// somebody else's later change be overwritten.</para>
/// <para>HTTP 500, 502 and 504, unreadable answers and lost ones do not either, so no change is sent again after
/// them.</para>
/// <para>A code of the service, any other 4xx and a redirect (except 303, which follows completed work) guarantee it
/// for their own attempt. After an earlier attempt, they may refuse because that one has done the work.</para>
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

    /// <summary>True for a change whose last answer was lost.</summary>
    public static bool MayBeDone(ServiceRequest request) =>
        request.Operation.IsKept && (request.IsSent || request.IsDoubtful);

    /// <summary>
    /// True for a change whose last attempt ended like this, if that says nothing about a doubtful attempt, or if an
    /// earlier attempt explains it.
    /// </summary>
    public static bool MayBeDone(ServiceRequest request, FailureKind last) =>
        request.Operation.IsKept
        && ((request.IsDoubtful && (!request.IsSent || FailureAttribute.Of(last).MayPass))
            || (request.IsRepeated && request.IsSent && IsExplained(request.Operation, last)));

    /// <summary>True for answers that the service may give to a change that was already made.</summary>
    private static bool IsExplained(Operation operation, FailureKind kind) => kind switch
    {
        FailureKind.RequestInvalid or FailureKind.FlowNotFound or FailureKind.InstanceNotFound
            or FailureKind.ServiceFailed => true,
        // For other operations the code is documented and concerns something other than their own change.
        FailureKind.StateForbidsOperation => operation == Operations.EnableFlow
            || operation == Operations.DisableFlow
            || operation == Operations.CancelFlowInstance,
        _ => false,
    };
}
