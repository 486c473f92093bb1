// Longer than 150 lines: one row for each kind of failure.
using BatchFlows.Model.Failures;

namespace BatchFlows;

/// <summary>
/// Why a command failed. The names are the error IDs that scripts rely on. Each kind has one row here: its name, its
/// cause (the summary, which about_BatchFlow_Errors lists), its category and its remedy.
/// </summary>
public enum FailureKind
{
    /// <summary>There is no connection, none of that name, or it was closed.</summary>
    [Failure("AuthenticationError", "Run Connect-BatchFlow.", EndsCommand = true)]
    NotConnected,

    /// <summary>There is no profile of that name.</summary>
    [Failure("ObjectNotFound", "List the profiles with Get-BatchFlowProfile.")]
    ProfileNotFound,

    /// <summary>
    /// The access key is unknown, or the secret key does not belong to it (1002, 1003 of the token service).
    /// </summary>
    [Failure(
        "AuthenticationError",
        "Check the access key and its secret key (EnOS Management Console, Application Registration), and run "
            + "Connect-BatchFlow again.",
        EndsCommand = true)]
    CredentialRefused,

    /// <summary>
    /// The gateway refuses the signature of a call. Often this machine's clock is wrong; the message then says so.
    /// </summary>
    [Failure(
        "AuthenticationError",
        "Check that the secret key belongs to the access key, that the application may call this service, and that "
            + "this machine's clock is right. Test-BatchFlowConnection shows which step fails.",
        EndsCommand = true)]
    SignatureRefused,

    /// <summary>The gateway refuses a token it has just issued.</summary>
    [Failure(
        "AuthenticationError",
        "Run Connect-BatchFlow again. If the error persists, ask the administrator of the gateway.")]
    TokenRefused,

    /// <summary>The user does not exist or does not belong to the organisation (62101).</summary>
    [Failure(
        "AuthenticationError",
        "Check the user ID (console, profile icon) and the organisation ID (IAM, Organization Profile), and run "
            + "Connect-BatchFlow again.",
        EndsCommand = true)]
    UserOrOrganizationUnknown,

    /// <summary>A parameter is not accepted, by the command or by the service (62102).</summary>
    [Failure(
        "InvalidArgument",
        "Compare the arguments with the help of the command: Get-Help Set-BatchFlow -Full, for example.")]
    RequestInvalid,

    /// <summary>
    /// The user has no right to do it (62103), or the gateway refuses this address or application (99403, HTTP 403).
    /// </summary>
    [Failure(
        "PermissionDenied",
        "Test-BatchFlowConnection shows what the user may do. Ask the owner of the flow or the administrator of the "
            + "organisation for the right to do this.")]
    AccessDenied,

    /// <summary>The state of the flow or run forbids it (62104).</summary>
    [Failure(
        "InvalidOperation",
        "Look at the state with Get-BatchFlow -Detailed or Get-BatchFlowInstance, then try again.")]
    StateForbidsOperation,

    /// <summary>The user's account or the flow is locked (62105).</summary>
    [Failure("PermissionDenied", "Ask the administrator of the organisation to unlock it.")]
    AccountLocked,

    /// <summary>
    /// The service or the gateway has a fault (62109, HTTP 5xx, or a code that this version does not know).
    /// </summary>
    [Failure(
        "ResourceUnavailable",
        "Try again later. If the error persists, send the administrator this message and its time.", MayPass = true)]
    ServiceFailed,

    /// <summary>There is no such flow.</summary>
    [Failure(
        "ObjectNotFound",
        "Find its ID by a part of its name, such as Get-BatchFlow -Name *meter*, and check that the connection is to "
            + "the flow's organisation.")]
    FlowNotFound,

    /// <summary>A flow of that name already exists.</summary>
    [Failure("ResourceExists", "Choose another name, or delete that flow before with Remove-BatchFlow.")]
    FlowExists,

    /// <summary>A definition has placeholders for secrets that were not given.</summary>
    [Failure("InvalidArgument", "Specify each: -Secret @{ 'flow.task.password' = Read-Host -AsSecureString }.")]
    SecretMissing,

    /// <summary>More than one flow has the name by which one was meant.</summary>
    [Failure("InvalidArgument", "Specify the ID of the flow.")]
    FlowNameAmbiguous,

    /// <summary>There is no such task.</summary>
    [Failure("ObjectNotFound", "List the tasks of the flow with Get-BatchFlowTask.")]
    TaskNotFound,

    /// <summary>There is no such run of a flow or of a task, or it has no log.</summary>
    [Failure(
        "ObjectNotFound",
        "List the runs of the last 24 hours with Get-BatchFlowInstance. A run that was triggered just now may not be "
            + "there yet, and a task has no log before it starts.")]
    InstanceNotFound,

    /// <summary>There is no such directory.</summary>
    [Failure("ObjectNotFound", "List the directories with Get-BatchFlowDirectory.")]
    DirectoryNotFound,

    /// <summary>A directory of that name already exists.</summary>
    [Failure("ResourceExists", "Use it, or choose another name (-Force returns the existing one).")]
    DirectoryExists,

    /// <summary>The gateway's call quota is used up (HTTP 429), also after waiting.</summary>
    [Failure(
        "LimitsExceeded",
        "Wait, ask the administrator of the gateway for a larger quota, or make fewer calls at once (-ThrottleLimit).",
        MayPass = true)]
    RateLimited,

    /// <summary>No answer within the time limit of the connection.</summary>
    [Failure(
        "OperationTimeout",
        "Try again, or connect with a longer time limit: Connect-BatchFlow -OperationTimeoutSeconds 300.",
        MayPass = true)]
    RequestTimedOut,

    /// <summary>The gateway cannot be reached, or the connection broke before it answered.</summary>
    [Failure(
        "ConnectionError",
        "Check the gateway's address, the network and the proxy. Test-BatchFlowConnection shows which step fails.",
        MayPass = true)]
    ConnectionFailed,

    /// <summary>The gateway's certificate is not trusted.</summary>
    [Failure(
        "SecurityError",
        "Check that the address is that of an https server. If its certificate is your own, install the issuer's, or "
            + "name the issuer with Connect-BatchFlow -CertificateAuthority.",
        EndsCommand = true)]
    CertificateRejected,

    /// <summary>The answer is cut, or is not the JSON that the service documents.</summary>
    [Failure(
        "InvalidData",
        "Try again. If the error persists, check that the address is that of the API gateway and that no proxy changes "
            + "answers.",
        MayPass = true)]
    ResponseInvalid,

    /// <summary>A change was sent and its answer was lost: it may have been made or not.</summary>
    [Failure(
        "NotSpecified",
        "Look at the flow with Get-BatchFlow before you repeat the change.")]
    OutcomeUnknown,

    /// <summary>Somebody else saved the flow in the meantime, so it was not saved.</summary>
    [Failure("ResourceBusy", "Look at the flow with Get-BatchFlow -Detailed, then change it again.")]
    FlowChangedMeanwhile,

    /// <summary>The connection is read-only, so the change was not sent.</summary>
    [Failure(
        "PermissionDenied",
        "Use a connection that is not read-only: Get-BatchFlowConnection lists the open ones.", EndsCommand = true)]
    ConnectionReadOnly,

    /// <summary>The connection is protected and nobody confirmed the change, so it was not sent.</summary>
    [Failure("PermissionDenied", "Confirm the change. Use -Force where nobody can be asked.")]
    ConnectionProtected,

    /// <summary>A run failed or was cancelled; the exception has it as Instance.</summary>
    [Failure("InvalidResult", "See why with Get-BatchFlowTaskLog -Failed.")]
    InstanceFailed,

    /// <summary>A run did not end in the given time; it goes on.</summary>
    [Failure(
        "OperationTimeout",
        "Wait again with Wait-BatchFlowInstance and a longer -TimeoutSeconds, or stop it with "
            + "Stop-BatchFlowInstance.")]
    WaitTimedOut,

    /// <summary>The file already exists.</summary>
    [Failure("ResourceExists", "Use -Force to replace it, or specify another path.")]
    FileExists,

    /// <summary>The file does not exist, cannot be read, or is not what the command accepts.</summary>
    [Failure("ReadError", "Check that the file exists, and that this module wrote it.")]
    FileNotRead,

    /// <summary>The file could not be written; what was there before is unchanged.</summary>
    [Failure("WriteError", "Check that its folder exists, may be written to and has room.")]
    FileNotWritten,

    /// <summary>An object from the pipeline has none of the IDs that the command accepts.</summary>
    [Failure(
        "InvalidArgument",
        "Pipe a flow, a run or a task of this module, or specify its ID as an argument.")]
    InputObjectNotBound,

    /// <summary>The path is not in the file system, or names one file for more than one flow.</summary>
    [Failure("InvalidArgument", "Specify another path in the file system.")]
    PathInvalid,

    /// <summary>There is no sandbox in this session, or more than one and none was named.</summary>
    [Failure("ObjectNotFound", "Start-BatchFlowSandbox starts one; Get-BatchFlowSandbox lists them.")]
    SandboxNotFound,
}
