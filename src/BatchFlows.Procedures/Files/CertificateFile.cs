using System;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;

namespace BatchFlows.Procedures.Files;

/// <summary>A file with certificates: any number of them as PEM, or one as DER.</summary>
internal static class CertificateFile
{
    private const int LongestLength = 4 << 20; // the authorities that a system trusts take a quarter of it

    private static readonly Regex Pem = new("-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----");

    /// <exception cref="FileNotReadException">It cannot be read, or is something else.</exception>
    public static X509Certificate2[] Read(string path)
    {
        var bytes = BoundedFile.Read(path, LongestLength, CancellationToken.None);
        try
        {
            var blocks = Pem.Matches(Encoding.ASCII.GetString(bytes)).Cast<Match>()
                .Select(block => Convert.FromBase64String(block.Groups[1].Value)).ToArray();
            return [.. (blocks.Length > 0 ? blocks : [bytes]).Select(block => new X509Certificate2(block))];
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            throw new FileNotReadException(path, "it holds no certificate", e);
        }
    }
}
