using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text;

namespace BatchFlows.Sandbox;

/// <summary>The digests of the gateway, of a token request and of a service call, and that of a saved state.</summary>
internal static class Signature
{
    public static string OfTokenRequest(string accessKey, string timestamp, string secretKey) =>
        LowerHex(Encoding.UTF8.GetBytes(accessKey + timestamp + secretKey));

    public static string OfCall(
        string accessToken, SortedDictionary<string, string> query, byte[] body, string timestamp, string secretKey)
    {
        var head = new StringBuilder(accessToken);
        foreach (var parameter in query) head.Append(parameter.Key).Append(parameter.Value);
        return LowerHex(
            [.. Encoding.UTF8.GetBytes(head.ToString()), .. body, .. Encoding.UTF8.GetBytes(timestamp + secretKey)]);
    }

    /// <summary>The digest of a saved state, which guards against accidents alone.</summary>
    public static string OfState(string state) => LowerHex(Encoding.UTF8.GetBytes(state));

    /// <summary>
    /// Compares in a time that depends on the length alone, so that it tells nothing about the expected digits.
    /// </summary>
    public static bool Matches(string expected, string given)
    {
        if (expected.Length != given.Length) return false;
        var difference = 0;
        for (var i = 0; i < expected.Length; i++) difference |= expected[i] ^ given[i];
        return difference == 0;
    }

    private static string LowerHex(byte[] data)
    {
        const string digits = "0123456789abcdef";
        using var sha256 = SHA256.Create();
        var text = new StringBuilder(64);
        foreach (var value in sha256.ComputeHash(data)) text.Append(digits[value >> 4]).Append(digits[value & 15]);
        return text.ToString();
    }
}
