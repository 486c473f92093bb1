using System;
using System.Globalization;
using BatchFlows.Client.Errors;

namespace BatchFlows.Procedures.Connections;

/// <summary>What a step of the connection test found, in words.</summary>
/// <param name="Outcome">Whether it is well.</param>
/// <param name="Result">What was seen.</param>
/// <param name="Remedy">What to do; null when it is well.</param>
internal sealed record Finding(CheckOutcome Outcome, string Result, string? Remedy = null)
{
    private static readonly TimeSpan Finest = TimeSpan.FromSeconds(2); // gateways report whole seconds

    /// <summary>It is well.</summary>
    public static Finding Passed(string result) => new(CheckOutcome.Passed, result);

    /// <summary>A call failed.</summary>
    public static Finding Failed(FlowServiceException failure) =>
        new(CheckOutcome.Failed, FlowException.Join(failure.Problem, failure.Codes), failure.Remedy);

    /// <summary>Why the certificate of a gateway that was reached was accepted.</summary>
    public static Finding OfCertificate(FlowConnection connection) => Passed(
        connection.Gateway.Scheme == Uri.UriSchemeHttp ? "Not needed: the gateway is on this machine."
        : connection.SkipCertificateCheck ? "The certificate was not checked, because of -SkipCertificateCheck."
        : connection.CertificateAuthorities.Count > 0
            ? "The certificate is from an authority of -CertificateAuthority."
        : "The certificate is trusted.");

    /// <summary>How far the gateway's clock is ahead of this machine's; null when that is not known.</summary>
    public static Finding OfClock(TimeSpan? difference)
    {
        if (difference is not { } ahead)
            return new Finding(CheckOutcome.NotReached, "The gateway does not report its time.");
        if (ahead.Duration() <= Finest) return Passed("The gateway's clock agrees with this machine's.");
        var result = string.Format(
            CultureInfo.InvariantCulture,
            "The gateway's clock is {0:0} s {1} this machine's.",
            ahead.Duration().TotalSeconds,
            ahead < TimeSpan.Zero ? "behind" : "ahead of");
        return ClockSkew.Remedy(ahead) is { } remedy
            ? new Finding(CheckOutcome.Failed, result, remedy)
            : Passed(result);
    }

    /// <summary>The server names a zone whose offset is unknown.</summary>
    public static Finding OfUnknownZone(ServerZone zone) => new(
        CheckOutcome.Failed,
        $"The server's time zone '{zone}' is not in a known form.",
        "Times are still shown as the service writes them, but are marked as ambiguous.");
}
