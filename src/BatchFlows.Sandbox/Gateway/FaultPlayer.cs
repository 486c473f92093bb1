using System;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows.Sandbox;

/// <summary>
/// Lets a call go wrong: answers in place of the service, or damages the answer after the work was done.
/// </summary>
/// <param name="gatewayTime">The gateway's clock.</param>
/// <param name="redirectTarget">Where redirects lead.</param>
/// <param name="serviceFailed">The answer of the called service for its own fault.</param>
/// <param name="accessDenied">The answer for a caller without the necessary rights.</param>
internal sealed class FaultPlayer(
    Func<DateTimeOffset> gatewayTime, Func<Uri> redirectTarget, SandboxResponse serviceFailed,
    SandboxResponse accessDenied)
{
    private const int RetryAfterSeconds = 2;
    private static readonly string Hostile =
        "User \u001b[31mhas\u001b]0;title\a no\r\n\u202Eprivilege\u0000." + new string('x', 200_000);

    public async Task<SandboxResponse> PlayAsync(
        SandboxFault? fault, Func<SandboxResponse> work, CancellationToken cancellationToken)
    {
        if (fault == SandboxFault.Hang) await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(false);
        if (EarlyOf(fault) is { } early)
        {
            work();
            fault = early;
        }

        return fault switch
        {
            // The list makes the pages itself.
            null or SandboxFault.CutPage or SandboxFault.PageAfterAddition or SandboxFault.PageAfterDeletion => work(),
            SandboxFault.DropBefore => SandboxResponse.Html(500, "Dropped") with { Delivery = SandboxDelivery.Drop },
            SandboxFault.DropAfter => work() with { Delivery = SandboxDelivery.Drop },
            SandboxFault.CutBody => work() with { Delivery = SandboxDelivery.Cut },
            SandboxFault.MalformedJson => FirstHalf(work()),
            SandboxFault.EmptyBody => work() with { Body = [] },
            SandboxFault.Html => SandboxResponse.Html(200, "Login"),
            SandboxFault.WrongContentType => work() with { ContentType = "text/plain" },
            SandboxFault.SlowDrip => work() with { Delivery = SandboxDelivery.Drip },
            SandboxFault.EndlessBody => work() with { Delivery = SandboxDelivery.Endless },
            SandboxFault.HugeBody => work() with { Delivery = SandboxDelivery.Huge },
            SandboxFault.HostileText => SandboxResponse.Refusal(62103, Hostile),
            SandboxFault.Redirect =>
                SandboxResponse.Html(307, "Temporary Redirect").WithHeader("Location", redirectTarget().AbsoluteUri),
            SandboxFault.TooManyRequests => TooManyRequests("0"),
            SandboxFault.TooManyRequestsWithSeconds =>
                TooManyRequests(RetryAfterSeconds.ToString(CultureInfo.InvariantCulture)),
            SandboxFault.TooManyRequestsWithDate =>
                TooManyRequests(
                    gatewayTime().AddSeconds(RetryAfterSeconds).ToString("r", CultureInfo.InvariantCulture)),
            SandboxFault.InternalServerError => SandboxResponse.Gateway(500, "An unexpected error occurred"),
            SandboxFault.BadGateway => SandboxResponse.Html(502, "Bad Gateway"),
            SandboxFault.ServiceUnavailable => SandboxResponse.Gateway(503, "Service unavailable"),
            SandboxFault.Unauthorized => SandboxResponse.Gateway(401, "Invalid authentication credentials"),
            SandboxFault.ExpiredToken => TokenService.Expired,
            SandboxFault.ServiceFailed => serviceFailed,
            SandboxFault.AccessDenied => accessDenied,
            _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "Not a fault of the sandbox."),
        };
    }

    /// <summary>The fault that a late one looks like; null for all others.</summary>
    private static SandboxFault? EarlyOf(SandboxFault? fault) => fault switch
    {
        SandboxFault.LateTooManyRequests => SandboxFault.TooManyRequests,
        SandboxFault.LateServiceUnavailable => SandboxFault.ServiceUnavailable,
        SandboxFault.LateUnauthorized => SandboxFault.Unauthorized,
        SandboxFault.LateExpiredToken => SandboxFault.ExpiredToken,
        _ => null,
    };

    private static SandboxResponse FirstHalf(SandboxResponse answer) =>
        answer with { Body = answer.Body.AsSpan(0, answer.Body.Length / 2).ToArray() };

    private static SandboxResponse TooManyRequests(string retryAfter) =>
        SandboxResponse.Gateway(429, "API rate limit exceeded").WithHeader("Retry-After", retryAfter);
}
