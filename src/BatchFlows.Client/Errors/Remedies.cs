using System;
using BatchFlows.Client.Messages;
using BatchFlows.Client.Network;
using BatchFlows.Model.Failures;

namespace BatchFlows.Client.Errors;

/// <summary>
/// What to do next where the remedy of the kind would lead astray, because the answer or the exception says more.
/// </summary>
internal static class Remedies
{
    /// <param name="request">What was answered.</param>
    /// <param name="keyFault">What is odd about the keys or IDs of the connection; null for nothing.</param>
    /// <returns>Null for the remedy of the kind.</returns>
    public static string? Of(ServiceRequest request, ServiceResponse response, FailureKind kind, string? keyFault) =>
        kind switch
        {
            FailureKind.RequestInvalid => request.Operation.RefusalRemedy,
            FailureKind.ResponseInvalid when response.RedirectTarget is not null =>
                "Check the gateway's address: it must be that of the API gateway itself, which neither asks for a "
                    + "login nor sends calls elsewhere.",
            FailureKind.AccessDenied when request.Operation.IsToken || response.Status is null =>
                "Ask the administrator of the gateway whether it lets this machine's address and this application "
                    + "call.",
            FailureKind.CredentialRefused or FailureKind.SignatureRefused or FailureKind.UserOrOrganizationUnknown =>
                keyFault,
            // Both IDs have the same form.
            FailureKind.InstanceNotFound when request.Parameters.TryGetValue("taskInstId", out var id) =>
                "It must be the ID of a task's run, not of a flow's run. If a flow's run has it, list its tasks: "
                    + $"Get-BatchFlowTaskInstance -FlowInstanceId {PastedText.Of(id)}. A task has no log before it "
                    + "starts.",
            _ => null,
        };

    /// <returns>Null for the remedy of the kind.</returns>
    public static string? Of(Exception exception)
    {
        if (!NetworkFaults.IsHandshakeProblem(exception)) return null;
        var said = exception.GetBaseException().Message;
        if (NetworkFaults.IsCertificateWanted(exception)
            || Says("handshake failure") || Says("bad certificate") || Says("alert unknown ca"))
        {
            return "The gateway may want a certificate of the client, which this module does not have: ask its "
                + "administrator for an address that takes calls without one.";
        }

        if (Says("protocol version") || Says("unsupported protocol"))
            return "The gateway takes no version of TLS that this machine allows: it should take TLS 1.2 or 1.3.";
        return Says("wrong version number") || Says("unrecognized name") || Says("frame")
            ? "Check the gateway's address and port: they must be those of an https server."
            : "Ask the administrator of the gateway which versions of TLS it takes, and whether it wants a certificate "
                + "of the client, which this module does not have.";

        bool Says(string words) => said.Contains(words);
    }
}
