using BatchFlows.Client.Messages;

namespace BatchFlows.Client.Errors;

/// <summary>
/// The meaning of an answer that is not a success: by its code if it has one, otherwise by its HTTP status.
/// </summary>
internal static class FailureKinds
{
    public static FailureKind Of(Operation operation, ServiceResponse response) => response.Status switch
    {
        null => OfHttp(operation, response),
        0 => FailureKind.ResponseInvalid,
        1002 => FailureKind.CredentialRefused,
        1003 => operation.IsToken ? FailureKind.CredentialRefused : FailureKind.SignatureRefused,
        1004 or 1202 or 99400 => FailureKind.RequestInvalid,
        1203 or 1204 => FailureKind.TokenRefused,
        62101 => FailureKind.UserOrOrganizationUnknown,
        62102 or 99404 => operation.WhenRefused,
        62103 or 99403 => FailureKind.AccessDenied,
        62104 => FailureKind.StateForbidsOperation,
        62105 => FailureKind.AccountLocked,
        62109 when operation == Operations.GetTaskInstanceLog => FailureKind.InstanceNotFound, // "No log found"
        _ => FailureKind.ServiceFailed,
    };

    private static FailureKind OfHttp(Operation operation, ServiceResponse response) => (int)response.StatusCode switch
    {
        _ when response.IsTokenNamed => FailureKind.TokenRefused,
        400 or 413 => FailureKind.RequestInvalid,
        401 when operation.IsToken => FailureKind.CredentialRefused,
        401 when response.RequestMessage is ServiceRequest { IsSignatureProven: true } => FailureKind.TokenRefused,
        401 => FailureKind.SignatureRefused,
        403 => FailureKind.AccessDenied,
        // The token came from this address, so the address is the gateway's, and the flow is missing.
        404 => operation.IsToken ? FailureKind.ResponseInvalid : operation.WhenRefused,
        407 => FailureKind.ConnectionFailed, // said by a proxy
        429 => FailureKind.RateLimited,
        >= 500 => FailureKind.ServiceFailed,
        _ => FailureKind.ResponseInvalid,
    };
}
