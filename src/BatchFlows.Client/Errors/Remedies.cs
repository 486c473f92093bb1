using System.Collections.Generic;

namespace BatchFlows;

/// <summary>What to do next, for each kind of failure of a call.</summary>
internal static class Remedies
{
    public const string ForRedirect =
        "Check the gateway's address: it is that of the API gateway itself, which neither asks for a login nor sends calls elsewhere.";

    private static readonly Dictionary<FailureKind, string> ByKind = new()
    {
        [FailureKind.NotConnected] = "Connect again.",
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
        [FailureKind.TaskNotFound] = "Check the name or ID of the task in the flow it belongs to.",
        [FailureKind.InstanceNotFound] = "Check the ID. A run that is to start, or has just been triggered, may not be there yet, and a task has no log before it starts.",
        [FailureKind.DirectoryNotFound] = "Check it against the list of directories of the organisation.",
        [FailureKind.DirectoryExists] = "Use the one that is there, or give the new one another name.",
        [FailureKind.RateLimited] = "Wait, or ask the administrator of the gateway for a larger quota; fewer calls at once help.",
        [FailureKind.RequestTimedOut] = "Try again, or connect with a longer time limit.",
        [FailureKind.ConnectionFailed] = "Check the gateway's address, the network and the proxy.",
        [FailureKind.CertificateRejected] =
            "Check that the address is that of an https server; if its certificate is your own, install the issuer's, or name the issuer when you connect.",
        [FailureKind.ResponseInvalid] = "Try again; if it stays, check that the address is that of the API gateway and that no proxy changes answers.",
        [FailureKind.OutcomeUnknown] = "It may have been carried out: look at the state of the flow before you repeat it.",
        [FailureKind.FlowChangedMeanwhile] = "Look at the flow as it is now, then change it again.",
        [FailureKind.ConnectionReadOnly] = "Use a connection that is not for reading only.",
        [FailureKind.ConnectionProtected] = "Confirm the change.",
        [FailureKind.InstanceFailed] = "Look at the logs of its failed tasks.",
        [FailureKind.WaitTimedOut] = "Wait again with a longer time limit, or stop the run.",
    };

    public static string For(FailureKind kind) => ByKind[kind];
}
