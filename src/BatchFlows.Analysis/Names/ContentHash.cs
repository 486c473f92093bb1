using System.Globalization;
using System.Linq;
using System.Security.Cryptography;

namespace BatchFlows.Analysis.Names;

/// <summary>SHA-256 in hexadecimal digits.</summary>
internal static class ContentHash
{
    public static string Of(byte[] content)
    {
        using var hash = SHA256.Create();
        return string.Concat(
            hash.ComputeHash(content).Select(value => value.ToString("x2", CultureInfo.InvariantCulture)));
    }
}
