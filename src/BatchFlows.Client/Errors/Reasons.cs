using BatchFlows.Client.Messages;
using BatchFlows.Model.Json;

namespace BatchFlows.Client.Errors;

/// <summary>Why an answer is a failure, in words that need no list of codes.</summary>
internal static class Reasons
{
    /// <param name="answered">The operation that was answered: the call itself, or the request for its token.</param>
    /// <param name="redirectTarget">Host of the address to which a redirect leads; null for no redirect.</param>
    public static string Of(
        Operation answered, ServiceResponse response, FailureKind kind, string? redirectTarget)
    {
        var who = answered.IsToken ? "the token service" : response.Status is null ? "the gateway" : "the service";
        return kind switch
        {
            FailureKind.CredentialRefused => $"{who} refused the access key or its secret key",
            FailureKind.SignatureRefused => "the gateway refused its signature",
            FailureKind.TokenRefused => "the gateway refused the token that it had issued",
            FailureKind.UserOrOrganizationUnknown =>
                "the user does not exist, or does not belong to the organisation",
            FailureKind.AccessDenied => $"{who} denied access",
            FailureKind.StateForbidsOperation => "its state does not allow that",
            FailureKind.AccountLocked => "the user's account or the flow is locked",
            FailureKind.InstanceNotFound when answered == Operations.GetTaskInstanceLog =>
                "was not found, or has no log",
            FailureKind.FlowNotFound or FailureKind.InstanceNotFound => "was not found",
            FailureKind.RateLimited => "the gateway's call quota is used up",
            FailureKind.ConnectionFailed => "the proxy refused the call",
            FailureKind.ResponseInvalid when redirectTarget is not null =>
                $"{who} sends the call on to {redirectTarget}, which was not followed",
            FailureKind.ResponseInvalid => $"{who} answered with {FormOf(answered, response)}",
            FailureKind.ServiceFailed => $"{who} has a fault",
            _ => $"{who} did not accept the parameters",
        };
    }

    private static string FormOf(Operation operation, ServiceResponse response) => response.Form switch
    {
        BodyForm.Empty => "an empty body",
        BodyForm.CutJson => "JSON that ends early",
        BodyForm.Json when operation.IsToken && response.Status == 0 =>
            "no access token, or one that is not of plain letters, digits and signs",
        BodyForm.Json => "JSON of another form than documented",
        _ => "something that is not JSON",
    };
}
