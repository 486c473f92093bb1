using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;

namespace BatchFlows.Procedures.Files;

/// <summary>A file with certificates: any number of them as PEM, or one as DER.</summary>
internal static class CertificateFile
{
    private static readonly Regex Pem = new("-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----");

    /// <exception cref="FileNotReadException">It cannot be read, or is something else.</exception>
    public static X509Certificate2[] Read(string path)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            var blocks = Pem.Matches(Encoding.ASCII.GetString(bytes)).Cast<Match>()
                .Select(block => Convert.FromBase64String(block.Groups[1].Value)).ToArray();
            return [.. (blocks.Length > 0 ? blocks : [bytes]).Select(block => new X509Certificate2(block))];
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or CryptographicException or FormatException)
        {
            throw new FileNotReadException(
                path, e is CryptographicException or FormatException ? "it holds no certificate" : e.Message, e);
        }
    }
}
