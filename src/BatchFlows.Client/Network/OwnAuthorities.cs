using System.Collections.Generic;
using System.Linq;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BatchFlows.Client.Network;

/// <summary>
/// Trusts the certificates of given authorities and no others. The chain is built and searched for them, which also
/// works on .NET Framework; only the check whether the system trusts its root is omitted.
/// </summary>
internal sealed class OwnAuthorities(IReadOnlyList<X509Certificate2> authorities)
{
    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");

    /// <param name="certificate">What the server showed.</param>
    /// <param name="sent">The chain as the system sees it, with what else the server has sent.</param>
    /// <param name="errors">What the system found.</param>
    /// <exception cref="AuthenticationException">It is not trusted. The message says why.</exception>
    public bool Accept(X509Certificate? certificate, X509Chain? sent, SslPolicyErrors errors)
    {
        if (certificate is null) throw new AuthenticationException("the server has no certificate");
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            throw new AuthenticationException("its certificate is for another host");
        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck; // as without authorities of one's own
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.AllowUnknownCertificateAuthority;
        chain.ChainPolicy.ApplicationPolicy.Add(ServerAuthentication);
        chain.ChainPolicy.ExtraStore.AddRange(authorities.ToArray());
        if (sent is not null) chain.ChainPolicy.ExtraStore.AddRange(sent.ChainPolicy.ExtraStore);
        using var shown = new X509Certificate2(certificate);
        if (!chain.Build(shown))
        {
            var faults = chain.ChainStatus.Select(status => status.Status)
                // An authority that the system does not know is no fault here.
                .Where(fault => fault is not (X509ChainStatusFlags.UntrustedRoot or X509ChainStatusFlags.PartialChain));
            throw new AuthenticationException($"its certificate is not valid: {string.Join(", ", faults)}");
        }

        return chain.ChainElements.Cast<X509ChainElement>().Any(element => IsGiven(element.Certificate))
            ? true
            : throw new AuthenticationException("its certificate is from none of the given authorities");
    }

    private bool IsGiven(X509Certificate2 certificate) =>
        authorities.Any(authority => authority.RawData.SequenceEqual(certificate.RawData));
}
