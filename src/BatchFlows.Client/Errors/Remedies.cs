using System;
using System.Linq;
using BatchFlows.Client.Messages;
using BatchFlows.Client.Network;
using BatchFlows.Model.Failures;

namespace BatchFlows.Client.Errors;

/// <summary>
/// What to do next, where the remedy of the kind would mislead because the answer or the exception says more.
/// </summary>
internal static class Remedies
{
    /// <param name="request">What was answered.</param>
    /// <param name="keyFault">What looks wrong with the keys or IDs of the connection; null if nothing does.</param>
    /// <returns>Null for the remedy of the kind.</returns>
    public static string? Of(ServiceRequest request, ServiceResponse response, FailureKind kind, string? keyFault) =>
        kind switch
        {
            FailureKind.RequestInvalid => request.Operation.RefusalRemedy,
            FailureKind.ResponseInvalid when response.RedirectTarget is not null =>
                "Check the gateway's address: it must be that of the API gateway itself, which neither asks for a "
                    + "login nor sends calls elsewhere.",
            FailureKind.AccessDenied when request.Operation.IsToken || response.Status is null =>
                "Ask the administrator of the gateway whether this machine's address and this application may "
                    + "call it.",
            FailureKind.CredentialRefused or FailureKind.SignatureRefused or FailureKind.UserOrOrganizationUnknown =>
                keyFault,
            // The ID of a run has more than one part, and that of a flow and most names of flows have only one.
            FailureKind.InstanceNotFound when RunIn(request) is { Length: > 0 } id && id.IndexOf('-') < 0 =>
                (id.All(char.IsDigit) ? "It may be the ID of a flow" : "It may be the name of a flow")
                    + ". List the runs of a flow with "
                    + $"Get-BatchFlowInstance {(id.All(char.IsDigit) ? "-FlowId" : "-Name")} {PastedText.Of(id)}",
            // Both IDs have the same form.
            FailureKind.InstanceNotFound when request.Parameters.TryGetValue("taskInstId", out var id) =>
                "It must be the ID of a task's run, not of a flow's run. If a flow's run has it, list its tasks: "
                    + $"Get-BatchFlowTaskInstance -FlowInstanceId {PastedText.Of(id)}. A task has no log before it "
                    + "starts.",
            _ => null,
        };

    /// <summary>The run that the call is about; null when it is about something else.</summary>
    private static string? RunIn(ServiceRequest request) =>
        request.Subject?.Split(["run "], 2, StringSplitOptions.None) is [_, var id] ? id : null;

    /// <returns>Null for the remedy of the kind.</returns>
    public static string? Of(Exception exception)
    {
        if (!NetworkFaults.IsHandshakeProblem(exception)) return null;
        var said = exception.GetBaseException().Message;
        if (NetworkFaults.IsCertificateWanted(exception)
            || Says("handshake failure") || Says("bad certificate") || Says("alert unknown ca"))
        {
            return "The gateway may require a client certificate, which this module does not support. Ask its "
                + "administrator for an address that accepts calls without one.";
        }

        if (Says("protocol version") || Says("unsupported protocol"))
            return "The gateway accepts no version of TLS that this machine allows. It must accept TLS 1.2 or 1.3.";
        return Says("wrong version number") || Says("unrecognized name") || Says("frame")
            ? "Check the gateway's address and port: they must be those of an https server."
            : "Ask the administrator of the gateway which versions of TLS it accepts, and whether it requires a client "
                + "certificate, which this module does not support.";

        bool Says(string words) => said.Contains(words);
    }
}
