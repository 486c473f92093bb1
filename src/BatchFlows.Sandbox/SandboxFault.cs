namespace BatchFlows.Sandbox;

/// <summary>A way for one call to go wrong.</summary>
public enum SandboxFault
{
    /// <summary>The connection is reset before any work is done.</summary>
    DropBefore,

    /// <summary>The work is done, then the connection is reset and the answer is lost.</summary>
    DropAfter,

    /// <summary>The work is done; the header and half of the body arrive, then the connection is reset.</summary>
    CutBody,

    /// <summary>The work is done; the answer arrives whole, but its JSON ends early.</summary>
    MalformedJson,

    /// <summary>The work is done; the answer has no body.</summary>
    EmptyBody,

    /// <summary>HTTP 200 with an HTML login page, as a proxy in between would send.</summary>
    Html,

    /// <summary>The work is done; the answer is the true one and says that it is <c>text/plain</c>.</summary>
    WrongContentType,

    /// <summary>
    /// The work is done; the answer comes a few bytes at a time, <see cref="SandboxService.DripInterval"/> apart.
    /// </summary>
    SlowDrip,

    /// <summary>
    /// The work is done; the answer comes without a length, and blanks follow it until the client leaves.
    /// </summary>
    EndlessBody,

    /// <summary>
    /// HTTP 307 to <see cref="SandboxService.RedirectTarget"/>, which asks to send the same there: keys, body and all.
    /// </summary>
    Redirect,

    /// <summary>HTTP 429 with <c>Retry-After: 0</c>.</summary>
    TooManyRequests,

    /// <summary>HTTP 429 with a <c>Retry-After</c> of two seconds.</summary>
    TooManyRequestsWithSeconds,

    /// <summary>HTTP 429 with a <c>Retry-After</c> date, two seconds from now by the gateway's clock.</summary>
    TooManyRequestsWithDate,

    /// <summary>HTTP 500 from the gateway.</summary>
    InternalServerError,

    /// <summary>HTTP 502 with an HTML page.</summary>
    BadGateway,

    /// <summary>HTTP 503 from the gateway.</summary>
    ServiceUnavailable,

    /// <summary>HTTP 401, as for a token or signature that is not accepted.</summary>
    Unauthorized,

    /// <summary>Status 1203, as for a token that has expired. The token itself stays as it is.</summary>
    ExpiredToken,

    /// <summary>The service reports a fault of its own: code 62109, or status 1005 from the token service.</summary>
    ServiceFailed,

    /// <summary>The user has no right to do it: code 62103, or HTTP 403 before the token service.</summary>
    AccessDenied,

    /// <summary>The work is done; the answer is that of <see cref="TooManyRequests"/>.</summary>
    LateTooManyRequests,

    /// <summary>The work is done; the answer is that of <see cref="ServiceUnavailable"/>.</summary>
    LateServiceUnavailable,

    /// <summary>The work is done; the answer is that of <see cref="Unauthorized"/>.</summary>
    LateUnauthorized,

    /// <summary>The work is done; the answer is that of <see cref="ExpiredToken"/>.</summary>
    LateExpiredToken,

    /// <summary>The work is done; the answer says that it has a terabyte, and blanks follow it.</summary>
    HugeBody,

    /// <summary>Code 62103 with a long text that moves the cursor, rings the bell and turns the direction.</summary>
    HostileText,

    /// <summary>
    /// The work is done; a page of a list has half the size that was asked for, and pages are counted in that size.
    /// </summary>
    CutPage,

    /// <summary>
    /// The work is done; a page of a list, but for the first, begins an item early: one came since the page before.
    /// </summary>
    PageAfterAddition,

    /// <summary>
    /// The work is done; a page of a list, but for the first, begins an item late: one went since the page before.
    /// </summary>
    PageAfterDeletion,

    /// <summary>No answer ever comes; the call ends when it is cancelled.</summary>
    Hang,
}
