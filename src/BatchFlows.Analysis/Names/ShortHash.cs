using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace BatchFlows.Analysis.Names;

/// <summary>Eight digits that tell two texts apart in a name.</summary>
internal static class ShortHash
{
    public static string Of(string text)
    {
        using var hash = SHA256.Create();
        return string.Concat(
            hash.ComputeHash(Encoding.UTF8.GetBytes(text)).Take(4)
                .Select(value => value.ToString("x2", CultureInfo.InvariantCulture)));
    }
}
