using System;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BatchFlows.Tests;

/// <summary>Certificates with their keys, valid for a day unless it is said otherwise.</summary>
internal static class Certificates
{
    public static X509Certificate2 Authority(string name = "Authority", X509Certificate2? issuer = null)
    {
        var request = Request(name, out var key);
        request.CertificateExtensions.Add(
            new X509BasicConstraintsExtension(
                certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        return Issue(request, key, issuer, DateTimeOffset.UtcNow.AddDays(1));
    }

    public static X509Certificate2 Server(X509Certificate2 issuer, string host = "localhost", double validForDays = 0.5)
    {
        var request = Request(host, out var key);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(
            new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        return Issue(request, key, issuer, DateTimeOffset.UtcNow.AddDays(validForDays));
    }

    private static CertificateRequest Request(string name, out ECDsa key) =>
        new($"CN={name}", key = ECDsa.Create(ECCurve.NamedCurves.nistP256), HashAlgorithmName.SHA256);

    private static X509Certificate2 Issue(
        CertificateRequest request, ECDsa key, X509Certificate2? issuer, DateTimeOffset end)
    {
        var start = DateTimeOffset.UtcNow.AddDays(-1);
        using (key)
        {
            if (issuer is null) return request.CreateSelfSigned(start, end);
            using var issued = request.Create(issuer, start, end, Guid.NewGuid().ToByteArray());
            using var whole = issued.CopyWithPrivateKey(key);
            // which Windows needs to find the key
            return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pfx), password: null);
        }
    }
}
