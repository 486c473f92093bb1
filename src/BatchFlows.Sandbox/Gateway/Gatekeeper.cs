using System;
using System.Collections.Generic;
using System.Globalization;

namespace BatchFlows.Sandbox;

/// <summary>
/// Lets a service call pass only with a valid token, a timely timestamp and a signature over the bytes that arrived.
/// </summary>
internal sealed class Gatekeeper(TokenService tokens, string secretKey, Func<DateTimeOffset> now)
{
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(15);

    /// <summary>The refusal, or null when the call may pass.</summary>
    public SandboxResponse? Refuse(SandboxRequest request, SortedDictionary<string, string> query)
    {
        var credentialsRefused = SandboxResponse.Gateway(401, "Invalid authentication credentials");
        if (request.Header("apim-accesstoken") is not { } token
            || request.Header("apim-signature") is not { } signature
            || request.Header("apim-timestamp") is not { } timestamp
            || !IsTimely(timestamp)
            || !Signature.Matches(Signature.OfCall(token, query, request.Body, timestamp, secretKey), signature))
        {
            return credentialsRefused;
        }
        return tokens.StateOf(token) switch
        {
            TokenState.Valid => null,
            TokenState.Stale => TokenService.Expired,
            _ => credentialsRefused,
        };
    }

    private bool IsTimely(string timestamp) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
        && Math.Abs((decimal)milliseconds - now().ToUnixTimeMilliseconds()) <= (
            decimal)ClockTolerance.TotalMilliseconds;
}
