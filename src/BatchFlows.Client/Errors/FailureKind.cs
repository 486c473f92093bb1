namespace BatchFlows;

/// <summary>Why a call failed. The names are the error ids that scripts rely on.</summary>
public enum FailureKind
{
    /// <summary>There is no connection to use.</summary>
    NotConnected,

    /// <summary>The access key is unknown or the secret key does not belong to it (1002, 1003 of the token service).</summary>
    CredentialRefused,

    /// <summary>The gateway does not accept the signature of a call, though its token is fresh.</summary>
    SignatureRefused,

    /// <summary>The gateway does not accept a token it has just given.</summary>
    TokenRefused,

    /// <summary>The user does not exist or does not belong to the organisation (62101).</summary>
    UserOrOrganizationUnknown,

    /// <summary>The service does not accept a parameter (62102).</summary>
    RequestInvalid,

    /// <summary>The user or this address has no right to do it (62103, 99403, HTTP 403).</summary>
    AccessDenied,

    /// <summary>The state of the flow or instance forbids it (62104).</summary>
    StateForbidsOperation,

    /// <summary>The user's account is locked (62105).</summary>
    AccountLocked,

    /// <summary>The service or the gateway has a fault (62109, HTTP 5xx, or a code this version does not know).</summary>
    ServiceFailed,

    /// <summary>There is no such flow.</summary>
    FlowNotFound,

    /// <summary>There is no such task.</summary>
    TaskNotFound,

    /// <summary>There is no such run of a flow or of a task, or it has no log.</summary>
    InstanceNotFound,

    /// <summary>There is no such directory.</summary>
    DirectoryNotFound,

    /// <summary>There is a directory of that name already.</summary>
    DirectoryExists,

    /// <summary>The gateway's call quota is used up (HTTP 429), also after waiting.</summary>
    RateLimited,

    /// <summary>No answer within the time limit of the connection.</summary>
    RequestTimedOut,

    /// <summary>The gateway cannot be reached, or the connection broke before it answered.</summary>
    ConnectionFailed,

    /// <summary>The gateway's certificate is not trusted.</summary>
    CertificateRejected,

    /// <summary>The answer is cut, or is not the JSON that the service documents.</summary>
    ResponseInvalid,

    /// <summary>A change was sent and its answer was lost: it may have been made or not.</summary>
    OutcomeUnknown,

    /// <summary>Somebody else changed the flow meanwhile, so it was not saved.</summary>
    FlowChangedMeanwhile,

    /// <summary>The connection is for reading only, so nothing was sent.</summary>
    ConnectionReadOnly,

    /// <summary>The connection is protected and nobody confirmed the change, so nothing was sent.</summary>
    ConnectionProtected,

    /// <summary>A run did not come to a good end: it failed or was cancelled.</summary>
    InstanceFailed,

    /// <summary>A run did not end in the given time; it goes on.</summary>
    WaitTimedOut,
}
